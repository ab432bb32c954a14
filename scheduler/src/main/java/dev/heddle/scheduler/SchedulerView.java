package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.scheduler.dashboard.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scheduler knows at one moment. Immutable.
 *
 * @param table in force
 * @param decisions where components are wanted, by name
 * @param processes those that have joined, sorted by name
 * @param ended what those had counted that have ended
 * @param moves newest first
 * @param planned what the planner said last; empty before
 * @param traces of sampled requests, newest first
 */
public record SchedulerView(
    PlacementTable table,
    Map<String, Decision> decisions,
    List<ProcessView> processes,
    List<EdgeReading> ended,
    List<Move> moves,
    Optional<Planned> planned,
    List<Trace> traces) {
  /** Copies the collections. */
  public SchedulerView {
    decisions = Map.copyOf(decisions);
    processes = List.copyOf(processes);
    ended = List.copyOf(ended);
    moves = List.copyOf(moves);
    traces = List.copyOf(traces);
  }

  /**
   * Where a component is wanted.
   *
   * @throws IllegalArgumentException when there is no such component
   */
  public Decision decision(String component) {
    Decision decision = decisions.get(component);
    if (decision == null) throw new IllegalArgumentException("no component " + component);
    return decision;
  }
}
