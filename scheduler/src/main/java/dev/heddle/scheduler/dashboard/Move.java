package dev.heddle.scheduler.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One component's way from one place to another. Immutable.
 *
 * @param id larger than those of earlier moves
 * @param replicas names of the processes that it went to, sorted; empty when it stayed in the
 *     caller's
 * @param reason why, in words
 * @param ended when it was done or undone, empty before
 * @param step the last one that it reached
 * @param pauseMillis for how long no call to it could begin
 * @param problem why it was undone, in words; empty when it was not
 */
public record Move(
    long id,
    String component,
    State.Placement from,
    State.Placement to,
    List<String> replicas,
    By by,
    String reason,
    Instant begun,
    Optional<Instant> ended,
    Outcome outcome,
    Step step,
    double pauseMillis,
    String problem) {

  /** Copies the list. */
  public Move {
    replicas = List.copyOf(replicas);
  }

  /** Who wanted it. */
  public enum By {
    /** Somebody asked for it. */
    PERSON,
    /** The planner. */
    PLANNER,
    /** A process was lost, or came back. */
    RECOVERY,
    /** The application's settings. */
    CONFIGURATION;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /** What became of it. */
  public enum Outcome {
    /** Not known yet. */
    UNDER_WAY,
    /** Calls go to the new place. */
    DONE,
    /** Calls go where they went before. */
    UNDONE;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }

  /** The steps of a move, in their order. */
  public enum Step {
    /** The new place is made ready. */
    PREPARE,
    /** Every process learns of it. */
    PUBLISH,
    /** Calls begun before end where they began. */
    DRAIN,
    /** The old place is let go. */
    RETIRE;

    @Override
    public String toString() {
      return Word.of(this);
    }
  }
}
