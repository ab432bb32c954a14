package dev.heddle.core.events;

import java.time.Duration;

/** Counts the deliveries that are neither made nor given up. */
final class Outstanding {
  private long count;

  synchronized void begin() {
    count++;
  }

  synchronized void end() {
    if (--count == 0) notifyAll();
  }

  synchronized boolean awaitNone(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (count > 0) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) return false;
      wait(millis);
    }
    return true;
  }
}
