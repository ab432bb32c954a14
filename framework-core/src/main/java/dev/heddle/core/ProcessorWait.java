package dev.heddle.core;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How long calls wait for a processor after they were taken in, and whether more of them would wait
 * in vain. What waits for something else, a store or another component, holds no processor, so a
 * slow component is not mistaken for an overloaded process. Safe for use by many threads.
 *
 * <p>A wait that lasts is told from one that passes by its least value over a while, as in <a
 * href="https://doi.org/10.1145/2208917.2209336">Nichols and Jacobson: Controlling Queue Delay</a>.
 */
final class ProcessorWait {
  /** A wait that harms nobody. */
  static final Duration TARGET = Duration.ofMillis(50);

  /** What part of the time that a call has left it may spend waiting. */
  static final int PART = 10;

  /** Longer waits are an overload when there was no shorter one for so long. */
  static final Duration INTERVAL = Duration.ofMillis(300);

  /** So long after the last refusal a wait must last again before it counts. */
  static final Duration CALM = Duration.ofSeconds(10);

  private final LongSupplier nanoTime;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile long last;
  private volatile long shortSince;
  private volatile long refused;
  private volatile boolean overloaded;

  /**
   * @param nanoTime the time, as {@link System#nanoTime} has it
   */
  ProcessorWait(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.shortSince = nanoTime.getAsLong();
  }

  /**
   * Whether a call had better not begin to wait.
   *
   * @param remaining how long its answer is of use, in nanoseconds
   */
  boolean refuses(long remaining) {
    // Where nobody waits it does not matter how long the last one did.
    if (waiting.get() == 0) return false;
    if (last <= Math.max(TARGET.toNanos(), remaining / PART)) return false;
    long now = nanoTime.getAsLong();
    if (overloaded && now - refused > CALM.toNanos()) overloaded = false;
    if (!overloaded && now - shortSince < INTERVAL.toNanos()) return false;
    overloaded = true;
    refused = now;
    return true;
  }

  /** A call begins to wait; what is returned stands for it. */
  long enter() {
    waiting.incrementAndGet();
    return nanoTime.getAsLong();
  }

  /** It runs now. */
  void begin(long entered) {
    boolean alone = waiting.decrementAndGet() == 0;
    long now = nanoTime.getAsLong();
    last = now - entered;
    if (alone || last <= TARGET.toNanos()) shortSince = now;
  }

  /** It will never run. */
  void leave() {
    if (waiting.decrementAndGet() == 0) shortSince = nanoTime.getAsLong();
  }
}
