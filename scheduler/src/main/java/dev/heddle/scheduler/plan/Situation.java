package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a plan is made from. Immutable.
 *
 * @param components names are unique
 * @param graph what was measured
 * @param processes one is the application's, and at most {@value #MOST_REPLICAS} are replicas
 * @param inForce where components are now, by name; those that are not named are new
 */
public record Situation(
    List<ComponentSpecification> components,
    CallGraph graph,
    List<HostProcess> processes,
    Map<String, Standing> inForce) {
  /** How many replicas there can be. */
  public static final int MOST_REPLICAS = 64;

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when the parts do not fit; the message names all that is wrong
   */
  public Situation {
    components = List.copyOf(components);
    processes = List.copyOf(processes);
    inForce = Map.copyOf(inForce);
    List<String> wrong = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ComponentSpecification component : components) {
      if (!names.add(component.name())) wrong.add("two components are called " + component.name());
    }
    for (ComponentSpecification component : components) {
      checkNeighbours(component, names, wrong);
    }
    for (CallEdge edge : graph.edges()) {
      if (!names.contains(edge.callee())) wrong.add(edge.callee() + " is called, and unknown");
      if (!(edge.callsPerSecond() >= 0) || !(edge.bytesPerCall() >= 0)) {
        wrong.add("an edge has figures below 0: " + edge);
      }
    }
    checkProcesses(processes, wrong);
    if (!wrong.isEmpty()) throw new IllegalArgumentException(String.join("; ", wrong));
  }

  private static void checkNeighbours(
      ComponentSpecification component, Set<String> names, List<String> wrong) {
    Set<String> others = new HashSet<>(component.together());
    others.addAll(component.apart());
    for (String other : others) {
      if (other.equals(component.name())) wrong.add(other + " is said to be near itself, or apart");
      if (!names.contains(other)) wrong.add(component.name() + " names the unknown " + other);
    }
  }

  private static void checkProcesses(List<HostProcess> processes, List<String> wrong) {
    Set<String> names = new HashSet<>();
    int applications = 0;
    for (HostProcess process : processes) {
      if (!names.add(process.name())) wrong.add("two processes are called " + process.name());
      if (process.kind() == HostProcess.Kind.APPLICATION && process.alive()) applications++;
      if (!(process.processors() > 0)) wrong.add(process.name() + " has no processors");
    }
    if (applications != 1) wrong.add(applications + " living processes are the application's");
    if (processes.size() > MOST_REPLICAS + 1) {
      wrong.add(processes.size() + " processes, and there can be " + (MOST_REPLICAS + 1));
    }
  }
}
