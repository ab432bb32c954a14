package dev.heddle.core;

/**
 * Live figures of the calls of one method along one edge of the call graph that went to one
 * placement. They only grow. Safe for use by many threads.
 */
public interface EdgeFigures {

  /** Name of the calling component. */
  String caller();

  /** Name of the called component. */
  String callee();

  /** Name of the called method. */
  String method();

  /** Where the calls went. */
  Placement placement();

  /** Calls begun. */
  long calls();

  /** Calls that ended in an exception. */
  long errors();

  /** Bytes of requests and responses that were encoded. */
  long bytes();

  /** Values that passed through the calls' streams, in either direction. */
  long elements();

  /** Calls that were timed. */
  long timed();

  /** How long those took together, in nanoseconds. */
  long timedNanos();

  /**
   * Latency of the sampled calls in nanoseconds, 0 when there are none.
   *
   * @param percentile from 0 to 100
   */
  long nanosAt(double percentile);
}
