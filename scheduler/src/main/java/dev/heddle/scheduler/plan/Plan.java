package dev.heddle.scheduler.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where every component is to be, and why. Immutable.
 *
 * @param decisions by component
 * @param moves what differs from the plan in force
 * @param before what the plan in force costs now
 * @param cost what this plan costs
 * @param processes what each living process does under this plan, the application's first
 * @param unmet what was asked for and cannot be had
 * @param evaluations how many placements were looked at
 */
public record Plan(
    SortedMap<String, Decision> decisions,
    List<Move> moves,
    Cost before,
    Cost cost,
    List<ProcessUse> processes,
    List<Unmet> unmet,
    long evaluations) {
  /** Copies the collections. */
  public Plan {
    decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
    moves = List.copyOf(moves);
    processes = List.copyOf(processes);
    unmet = List.copyOf(unmet);
  }

  /**
   * Where a component is to be.
   *
   * @throws IllegalArgumentException when there is no such component
   */
  public Placement placement(String component) {
    Decision decision = decisions.get(component);
    if (decision == null) throw new IllegalArgumentException("no component " + component);
    return decision.placement();
  }
}
