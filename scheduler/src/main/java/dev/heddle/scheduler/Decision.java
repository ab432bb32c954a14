package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable.Entry;

/**
 * Where a component is wanted.
 *
 * @param pinned whether the planner is to leave it there
 */
public record Decision(Entry entry, Origin origin, boolean pinned) {}
