package dev.heddle.core.control;

import dev.heddle.core.Problem;
import dev.heddle.core.RequestSample;
import java.util.List;

/** What a process tells its scheduler. */
public sealed interface Report {

  /** The first report of a connection. */
  record Joined(Membership membership) implements Report {}

  /** What was measured; about once a second. */
  record Measured(Reading reading) implements Report {}

  /** What the process did for a request that is shown; at most some dozens a second. */
  record Sampled(RequestSample sample) implements Report {}

  /**
   * The answer to an {@link Order.Prepare}.
   *
   * @param move its number
   * @param problems why the component cannot be called there; none when it can
   */
  record Prepared(long move, List<Problem> problems) implements Report {
    /** Copies the list. */
    public Prepared {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A placement table is in force.
   *
   * @param epoch its number; higher than that of the table that was sent if a newer one came first
   */
  record Applied(long epoch) implements Report {}
}
