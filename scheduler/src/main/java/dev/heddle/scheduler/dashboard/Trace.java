package dev.heddle.scheduler.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * One sampled request, with the calls behind it. Immutable.
 *
 * @param traceId 32 hexadecimal digits
 * @param name what was asked for: {@code GET /cart}
 * @param failed whether it ended with an error
 * @param spans the calls, in the order in which they began
 */
public record Trace(
    String traceId,
    String name,
    Instant begun,
    double durationMicros,
    boolean failed,
    List<Span> spans) {

  /** Copies the list. */
  public Trace {
    spans = List.copyOf(spans);
  }

  /**
   * One call.
   *
   * @param id 16 hexadecimal digits
   * @param parent the call that made this one, empty when the request itself did
   * @param component the callee's name
   * @param caller the caller's name, {@code (application)} when it is no component
   * @param process the name of the process that ran it
   * @param placement where the callee was placed for this call
   * @param beginMicros after the request's begin
   */
  public record Span(
      String id,
      String parent,
      String component,
      String method,
      String caller,
      String process,
      State.Placement placement,
      double beginMicros,
      double durationMicros,
      boolean failed) {}
}
