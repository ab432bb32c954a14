package dev.heddle.scheduler.plan;

import java.util.List;
import java.util.Map;

/**
 * Who calls whom, and what it takes. Immutable.
 *
 * @param edges at most one for a caller and callee
 * @param ownSeconds by component: processor seconds that a call of it takes outside of the sandbox,
 *     without what it calls; none stands for 0
 * @param requestsPerSecond how many requests enter; 0 when that is not known
 */
public record CallGraph(
    List<CallEdge> edges, Map<String, Double> ownSeconds, double requestsPerSecond) {
  /** Nothing is measured yet. */
  public static final CallGraph EMPTY = new CallGraph(List.of(), Map.of(), 0);

  /** Processors that a component's own work takes outside of the sandbox. */
  public double work(String component) {
    double calls = 0;
    for (CallEdge edge : edges) {
      if (edge.callee().equals(component)) calls += edge.callsPerSecond();
    }
    return calls * ownSeconds.getOrDefault(component, 0.0);
  }

  /** Copies the collections. */
  public CallGraph {
    edges = List.copyOf(edges);
    ownSeconds = Map.copyOf(ownSeconds);
  }
}
