package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable.Entry;
import java.time.Instant;
import java.util.Optional;

/**
 * One component's way from one place to another. Immutable.
 *
 * @param id larger than those of earlier moves
 * @param step the last one that it reached
 * @param pauseMillis how long it took from the new table's publication until every process had it
 *     in force
 * @param ended when it was done or undone; empty before
 * @param problem why it was undone, in words; empty when it was not
 */
public record Move(
    long id,
    String component,
    Entry from,
    Entry to,
    Origin by,
    Instant begun,
    Step step,
    double pauseMillis,
    Optional<Instant> ended,
    String problem) {

  /** The steps of a move, in their order. */
  public enum Step {
    /** Whoever is to run the component makes it ready. */
    PREPARE,
    /** Every process learns of it; calls begun before end where they began. */
    PUBLISH,
    /** Calls go to the new place. */
    DONE
  }

  /** Whether calls go where they went before. */
  public boolean undone() {
    return !problem.isEmpty();
  }

  Move at(Step next) {
    return new Move(id, component, from, to, by, begun, next, pauseMillis, ended, problem);
  }

  Move done(Instant now, double pause) {
    return new Move(
        id, component, from, to, by, begun, Step.DONE, pause, Optional.of(now), problem);
  }

  Move undone(Instant now, String why) {
    return new Move(id, component, from, to, by, begun, step, pauseMillis, Optional.of(now), why);
  }
}
