package dev.heddle.core.events;

import java.time.Duration;

/**
 * How deliveries are tried.
 *
 * @param attempts how many deliveries of an event may fail until it goes to the dead letters
 * @param firstDelay how long after the first failure the second delivery begins, at most; at least
 *     half of it
 * @param longestDelay how long the delay, which doubles with each failure, may become
 * @param deadline how long a delivery may take until it is interrupted
 * @param concurrency how many deliveries of one subscription run at once
 * @param grace how long running deliveries may go on when the application stops
 */
public record DeliveryPolicy(
    int attempts,
    Duration firstDelay,
    Duration longestDelay,
    Duration deadline,
    int concurrency,
    Duration grace) {
  /** 15 attempts from one second to five minutes apart, 30 seconds each, 16 at once. */
  public static final DeliveryPolicy DEFAULT =
      new DeliveryPolicy(
          15,
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          16,
          Duration.ofSeconds(5));

  /** Checks the ranges. */
  public DeliveryPolicy {
    check("attempts", attempts >= 1, attempts);
    check("first delay", firstDelay.isPositive(), firstDelay);
    check("longest delay", longestDelay.compareTo(firstDelay) >= 0, longestDelay);
    check("deadline", deadline.isPositive(), deadline);
    check("concurrency", concurrency >= 1, concurrency);
    check("grace", !grace.isNegative(), grace);
  }

  private static void check(String what, boolean right, Object found) {
    if (!right) throw new IllegalArgumentException("a delivery's " + what + " cannot be " + found);
  }

  /**
   * How long to wait after a failure.
   *
   * @param failures how many there were, at least 1
   * @param chance from 0 to 1: which part of the delay's second half is waited
   */
  Duration delay(int failures, double chance) {
    Duration delay = firstDelay;
    for (int i = 1; i < failures && delay.compareTo(longestDelay) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    if (delay.compareTo(longestDelay) > 0) delay = longestDelay;
    return Duration.ofNanos((long) (delay.toNanos() * (0.5 + chance / 2)));
  }
}
