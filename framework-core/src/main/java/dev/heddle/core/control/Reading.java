package dev.heddle.core.control;

import dev.heddle.core.EdgeFigures;
import dev.heddle.core.Placement;
import java.util.List;

/**
 * What a process has measured since it started.
 *
 * @param uptimeNanos how long it has run
 * @param processorNanos processor time that it has used
 * @param residentBytes memory that it has now, 0 where nobody can say
 * @param edges of the call graph those whose figures have changed since the reading before
 */
public record Reading(
    long uptimeNanos, long processorNanos, long residentBytes, List<EdgeReading> edges) {

  /**
   * The calls of one method along one edge that went to one placement, since the process started.
   *
   * @param calls begun
   * @param errors calls that ended in an exception
   * @param bytes of requests and responses that were encoded
   * @param timed calls that were timed
   * @param timedNanos how long those took together
   * @param p50Nanos median of the timed calls, 0 when there are none
   * @param p99Nanos 99th percentile likewise
   * @param elements values that passed through the calls' streams, in either direction
   */
  public record EdgeReading(
      String caller,
      String callee,
      String method,
      Placement placement,
      long calls,
      long errors,
      long bytes,
      long timed,
      long timedNanos,
      long p50Nanos,
      long p99Nanos,
      long elements) {

    static EdgeReading of(EdgeFigures figures) {
      return new EdgeReading(
          figures.caller(),
          figures.callee(),
          figures.method(),
          figures.placement(),
          figures.calls(),
          figures.errors(),
          figures.bytes(),
          figures.timed(),
          figures.timedNanos(),
          figures.nanosAt(50),
          figures.nanosAt(99),
          figures.elements());
    }
  }

  /** Copies the list. */
  public Reading {
    edges = List.copyOf(edges);
  }
}
