package dev.heddle.scheduler;

import java.time.Duration;

/**
 * How long to wait before a process that has ended is started again: half a second, then twice as
 * long each time, up to half a minute. One that ran well for a while begins anew. Immutable.
 *
 * @param ends how often it ended in a row
 */
record BackOff(int ends) {
  static final BackOff NONE = new BackOff(0);
  static final Duration SHORTEST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(30);

  /** What ran so long has recovered. */
  static final Duration RECOVERED = Duration.ofSeconds(10);

  private static final int MOST_DOUBLINGS = 6;

  /** After one more end of a process that ran for a while. */
  BackOff after(Duration ran) {
    return new BackOff(ran.compareTo(RECOVERED) >= 0 ? 1 : ends + 1);
  }

  /** How long to wait now. */
  Duration pause() {
    if (ends == 0) return Duration.ZERO;
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(ends - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
