package dev.heddle.core;

import java.util.concurrent.TimeUnit;

/**
 * How long stubs may leave the direct path so that calls can be recorded: {@value #SHARE} % of the
 * time. For one thread at a time.
 */
final class DetourBudget {
  private static final long SHARE = 1;
  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(50);

  private long left = MOST;
  private long since;

  /** Begins at {@code now}, in nanoseconds of any clock. */
  DetourBudget(long now) {
    since = now;
  }

  /** Whether anything is left at {@code now}. */
  boolean any(long now) {
    left = Math.min(MOST, left + (now - since) * SHARE / 100);
    since = now;
    return left > 0;
  }

  /**
   * Takes what was used, which may be more than was left: on a machine that is busy enough, by
   * seconds. That is made up for in five seconds at most.
   */
  void used(long nanos) {
    left = Math.max(-MOST, left - nanos);
  }
}
