package dev.heddle.scheduler.plan;

import java.util.List;

/**
 * What a plan says of one component. Immutable.
 *
 * @param placement where it is to be
 * @param reason why, in words for a person
 * @param alternatives what else was weighed
 */
public record Decision(Placement placement, String reason, List<Alternative> alternatives) {
  /** Copies the list. */
  public Decision {
    alternatives = List.copyOf(alternatives);
  }
}
