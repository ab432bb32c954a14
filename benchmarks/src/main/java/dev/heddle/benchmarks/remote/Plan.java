package dev.heddle.benchmarks.remote;

import java.time.Duration;

/**
 * How callers are watched.
 *
 * @param callers how many call at a time
 * @param settling how long they call before the first window
 * @param windows how many windows there are, one after the other
 * @param window how long each takes
 */
record Plan(int callers, Duration settling, int windows, Duration window) {

  /** Calls that nobody watches. */
  static Plan warming(int callers, Duration length) {
    return new Plan(callers, length, 0, Duration.ZERO);
  }
}
