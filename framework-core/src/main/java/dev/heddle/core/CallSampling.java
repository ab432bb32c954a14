package dev.heddle.core;

import dev.heddle.component.spi.CallCounter;

/**
 * Decides when a method's calls need not all be counted, and estimates those that were not.
 *
 * <p>Counting costs more than a call that the JVM can inline. Up to a million calls a second that
 * does not matter, and every call is counted. Beyond it, calls are counted in short windows only;
 * between two windows they are taken to have come at the mean of the windows' rates.
 *
 * <p>For one thread at a time, except {@link #calls}.
 */
final class CallSampling {
  private static final double OFTEN_PER_NANO = 1e6 / 1e9;

  private final CallCounter counter;
  private boolean counting = true;
  private long since;
  private long countedThen;
  private long missedNanos;
  private double rate;
  private volatile long estimated;

  /** Begins at {@code now}, in nanoseconds of any clock. */
  CallSampling(CallCounter counter, long now) {
    this.counter = counter;
    this.since = now;
  }

  /** Calls made, counted or estimated. */
  long calls() {
    return counter.calls() + estimated;
  }

  boolean counting() {
    return counting;
  }

  /** Every call is counted from {@code now} on. */
  void open(long now) {
    if (counting) return;
    counting = true;
    missedNanos = now - since;
    since = now;
    countedThen = counter.calls();
  }

  /**
   * Ends a window at {@code now}.
   *
   * @param direct whether calls go directly at all; others cost so much that counting is nothing
   * @return whether calls may go uncounted until the next {@link #open}
   */
  boolean close(long now, boolean direct) {
    long counted = counter.calls();
    double before = rate;
    rate = (counted - countedThen) / (double) Math.max(1, now - since);
    if (missedNanos > 0) estimated += Math.round((before + rate) / 2 * missedNanos);
    // Half the rate keeps a method there that the whole rate has brought there.
    boolean often = rate >= (missedNanos > 0 ? OFTEN_PER_NANO / 2 : OFTEN_PER_NANO);
    missedNanos = 0;
    since = now;
    countedThen = counted;
    counting = !(often && direct);
    return !counting;
  }
}
