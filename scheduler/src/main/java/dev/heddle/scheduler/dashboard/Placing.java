package dev.heddle.scheduler.dashboard;

import java.util.List;
import java.util.Optional;

/** Moves components, as the dashboard asks. Safe for use by many threads. */
@FunctionalInterface
public interface Placing {

  /**
   * Moves a component, and returns when its calls go there or it is known that they will not.
   *
   * @param component a name that the state has
   */
  Placed place(String component, Place place);

  /** Where a person may want a component. */
  enum Place {
    /** In the caller's process. */
    LOCAL,
    /** In a sandbox in the caller's process. */
    SANDBOXED,
    /** In other processes. */
    REMOTE,
    /** Where the planner has it. */
    AUTO;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /**
   * What became of it.
   *
   * @param component its name
   * @param placement where its calls go now
   * @param reason why
   * @param epoch number of the placement table in force
   * @param refused why it was not moved, empty when it was
   */
  record Placed(
      String component,
      State.Placement placement,
      String reason,
      long epoch,
      Optional<List<Refusal>> refused) {}

  /**
   * Why something was not done.
   *
   * @param rule that which must hold
   * @param found what holds instead
   * @param remedy what can be done about it
   */
  record Refusal(String rule, String found, String remedy) {}
}
