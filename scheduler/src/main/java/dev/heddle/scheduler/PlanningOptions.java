package dev.heddle.scheduler;

import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.PlanningPolicy;
import java.time.Duration;

/**
 * How a scheduler plans.
 *
 * @param pause between one plan and the next, above 0
 * @param settling how long after the application has joined the first plan is made: code that runs
 *     for the first time is slow, and would be taken for work
 * @param halfLife of the mean that load is; zero to take the time since the last plan as it is
 * @param holdOff how long a component stays after a move that the planner wanted was undone
 */
public record PlanningOptions(
    Duration pause,
    Duration settling,
    Duration halfLife,
    Duration holdOff,
    CostModel model,
    PlanningPolicy policy) {
  /** What serves most applications. */
  public static final PlanningOptions USUAL =
      new PlanningOptions(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          CostModel.MEASURED,
          PlanningPolicy.USUAL);
}
