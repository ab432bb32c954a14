package dev.heddle.placements;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads and processes do. */
final class Quiet {
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final long LULL = Duration.ofMillis(500).toNanos();
  private static final long STEP = Duration.ofMillis(5).toNanos();

  private Quiet() {}

  /** Waits until something holds. */
  static void await(BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > PATIENCE) throw new AssertionError("it has not come true");
      LockSupport.parkNanos(STEP);
    }
  }

  /**
   * Waits until nobody notes on a page any more.
   *
   * @return when somebody did last, by {@link System#nanoTime}
   */
  static long last(FileJournal journal, int page) {
    await(() -> System.nanoTime() - journal.last(page) > LULL);
    return journal.last(page);
  }
}
