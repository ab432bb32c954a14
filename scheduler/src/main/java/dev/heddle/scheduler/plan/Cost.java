package dev.heddle.scheduler.plan;

/**
 * What a plan costs, in processors: processor seconds a second, and what stands for them.
 *
 * @param work the components' own work, outside of the sandbox
 * @param sandbox what the sandbox adds to it
 * @param tunnel calls between processes
 * @param waiting callers that wait longer, weighted
 * @param memory what components take, priced
 * @param overload use beyond the target of processes, priced
 */
public record Cost(
    double work, double sandbox, double tunnel, double waiting, double memory, double overload) {
  /** All parts together. */
  public double total() {
    return work + sandbox + tunnel + waiting + memory + overload;
  }
}
