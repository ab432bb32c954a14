package dev.heddle.core.remote;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a replica that says it is ready can be believed. After some calls in a row that got no
 * answer it is left alone for a while, each time for twice as long; then one call tries it. Safe
 * for use by many threads.
 */
final class ReplicaHealth {
  static final int FAILURES = 5;
  static final Duration SHORTEST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final LongSupplier nanoTime;
  private int failures;
  private int ejections;
  private long until;

  /** Whether a call has failed since one was answered; most calls need not look further. */
  private volatile boolean failing;

  private volatile boolean ejected;

  /**
   * @param nanoTime the time, as {@link System#nanoTime} has it
   */
  ReplicaHealth(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A call was answered, whatever the answer. */
  void answered() {
    if (failing) recover();
  }

  private synchronized void recover() {
    failures = 0;
    ejections = 0;
    ejected = false;
    failing = false;
  }

  /** A call was not answered. */
  synchronized void failed() {
    failing = true;
    failures++;
    if (failures < FAILURES && !ejected) return;
    ejected = true;
    long pause = SHORTEST.toNanos() << Math.min(ejections, 10);
    until = nanoTime.getAsLong() + Math.min(pause, LONGEST.toNanos());
    ejections++;
  }

  /** Whether it is left alone now. */
  boolean ejected() {
    return ejected && isPaused();
  }

  private synchronized boolean isPaused() {
    return ejected && nanoTime.getAsLong() - until < 0;
  }

  /**
   * Whether this caller may call it; of those who ask after a pause only the first may.
   *
   * @return false when it is left alone
   */
  boolean admits() {
    return !ejected || isTried();
  }

  private synchronized boolean isTried() {
    if (!ejected) return true;
    long now = nanoTime.getAsLong();
    if (now - until < 0) return false;
    // Until the answer comes the others go elsewhere.
    until = now + SHORTEST.toNanos();
    return true;
  }
}
