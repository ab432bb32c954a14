package dev.heddle.core;

import java.util.Comparator;
import java.util.List;

/**
 * The calls of one method along one edge of the call graph, since the process started.
 *
 * @param caller name of the calling component, or of the edge of the application
 * @param callee name of the called component
 * @param method name of the called method
 * @param calls how many began
 * @param errors how many ended in an exception
 * @param bytes of requests and responses, for the calls that were encoded
 * @param elements values that passed through the calls' streams, in either direction
 * @param p50Micros median latency of the sampled calls, in microseconds; 0 when there are none
 * @param p99Micros 99th percentile likewise
 * @param remoteShare share of the calls that left the process, from 0 to 1
 * @param placements the same calls by where they went
 */
public record EdgeCalls(
    String caller,
    String callee,
    String method,
    long calls,
    long errors,
    long bytes,
    long elements,
    double p50Micros,
    double p99Micros,
    double remoteShare,
    List<At> placements) {

  /**
   * The calls that went to one place.
   *
   * @param placement {@code local}, {@code sandboxed} or {@code remote}
   * @param calls how many began
   * @param bytes of requests and responses, for the calls that were encoded
   * @param timed how many of them were timed
   * @param timedNanos how long those took together, in nanoseconds
   */
  public record At(String placement, long calls, long bytes, long timed, long timedNanos) {
    static At of(EdgeFigures figures) {
      return new At(
          figures.placement().word(),
          figures.calls(),
          figures.bytes(),
          figures.timed(),
          figures.timedNanos());
    }
  }

  /** Copies the list. */
  public EdgeCalls {
    placements = List.copyOf(placements);
  }

  static final Comparator<EdgeCalls> ORDER =
      Comparator.comparing(EdgeCalls::caller)
          .thenComparing(EdgeCalls::callee)
          .thenComparing(EdgeCalls::method);
}
