package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;

/**
 * Where a component is wanted.
 *
 * @param pinned whether the planner is to leave it there
 */
public record Decision(Entry entry, Origin origin, boolean pinned) {

  /** Whether the planner may decide otherwise. */
  boolean open() {
    if (pinned || origin == Origin.PERSON) return false;
    return origin == Origin.PLANNER || entry.placement() == Placement.LOCAL;
  }

  /** Whether this still holds where configuration now says something. */
  boolean prevails(Decision configured) {
    return switch (origin) {
      case PERSON -> true;
      case PLANNER -> configured.open();
      case CONFIGURATION, RECOVERY -> anyReplicas().equals(configured);
    };
  }

  /** The same, with the replicas that the planner chooses. */
  Decision at(Entry chosen) {
    return new Decision(chosen, origin, pinned);
  }

  /** The same, wherever it is remote. */
  Decision anyReplicas() {
    return origin == Origin.PLANNER ? this : at(new Entry(entry.placement(), entry.reason()));
  }
}
