package dev.heddle.transport;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long to wait before the next attempt: longer each time, and never quite the same. */
final class BackOff {
  /** Before a replica of another revision is asked again. */
  static final long REFUSED = TimeUnit.SECONDS.toNanos(30);

  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

  private long pause = SHORTEST;

  /** Begins anew, after a success. */
  void reset() {
    pause = SHORTEST;
  }

  /** The next pause in nanoseconds: from 3/4 to 5/4 of twice the last one. */
  long next() {
    long now = pause;
    pause = Math.min(LONGEST, pause * 2);
    return ThreadLocalRandom.current().nextLong(now * 3 / 4, now * 5 / 4);
  }
}
