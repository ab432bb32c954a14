package dev.heddle.scheduler.plan;

import java.time.Duration;

/**
 * How full processes are to be, and when a plan is left as it is. Immutable.
 *
 * @param target share of its processors that a process is to use at most, above 0, up to 1
 * @param arrivals share up to which a process is filled with components from elsewhere while no
 *     process is above its target; at most {@code target}
 * @param leastSaving processors that a change must save
 * @param leastShare share of the cost that a change must save
 * @param horizon how long a move must pay for itself in
 * @param leastStay how long a component stays where it has come to
 * @param idleCallsPerSecond a component that is called less often is idle
 */
public record PlanningPolicy(
    double target,
    double arrivals,
    double leastSaving,
    double leastShare,
    Duration horizon,
    Duration leastStay,
    double idleCallsPerSecond) {
  /** What serves most applications. */
  public static final PlanningPolicy USUAL =
      new PlanningPolicy(
          0.7, 0.65, 0.02, 0.03, Duration.ofMinutes(10), Duration.ofMinutes(5), 0.001);
}
