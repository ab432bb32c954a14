package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.control.Membership;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where components are wanted, and whether they can be there now. For the scheduler's thread. */
final class Decisions {
  private final Map<String, Decision> decisions;
  private final Map<String, KnownProcess> processes;

  /**
   * @param kept what was known before
   * @param processes those that have joined, by name, at any time
   */
  Decisions(Map<String, Decision> kept, Map<String, KnownProcess> processes) {
    this.decisions = new HashMap<>(kept);
    this.processes = processes;
  }

  /** All of them, by component, now. */
  Map<String, Decision> all() {
    return Map.copyOf(decisions);
  }

  void put(String component, Decision decision) {
    decisions.put(component, decision);
  }

  /** Where a component is wanted that a process of the application has told of. */
  Entry wanted(String component) {
    Decision wanted = decisions.get(component);
    if (wanted == null) throw new IllegalStateException("undecided: " + component);
    return wanted.entry();
  }

  /**
   * What nobody asked for is as configuration has it now, which may be another than before.
   *
   * @return whether the component is wanted elsewhere now
   */
  boolean configured(Membership.Component component) {
    Decision now = decided(component);
    Decision before = decisions.get(component.name());
    if (before != null && before.prevails(now)) return false;
    decisions.put(component.name(), now);
    return true;
  }

  /** What configuration says; empty where the application has no such component. */
  Optional<Decision> configured(String component) {
    return offers(component).map(Decisions::decided);
  }

  private static Decision decided(Membership.Component component) {
    return new Decision(
        new Entry(component.configured(), component.reason()),
        Origin.CONFIGURATION,
        component.pinned());
  }

  /** Whether there is somebody to take a component's calls there. */
  boolean served(String component, Entry entry) {
    if (entry.placement() != Placement.REMOTE) return true;
    Set<String> named = entry.replicas();
    return processes.values().stream()
        .filter(KnownProcess::replica)
        .filter(each -> named.isEmpty() || named.contains(each.name()))
        .anyMatch(each -> each.hosts(component));
  }

  /** In the callers' process, as much like a replica as it can be. */
  Entry instead(String component) {
    boolean sandboxed =
        offers(component).map(it -> it.offered().contains(Placement.SANDBOXED)).orElse(false);
    return new Entry(sandboxed ? Placement.SANDBOXED : Placement.LOCAL, "its replicas are gone");
  }

  /** What the application can do for a component. */
  private Optional<Membership.Component> offers(String component) {
    return processes.values().stream()
        .filter(each -> !each.replica())
        .flatMap(each -> each.membership().components().stream())
        .filter(each -> each.name().equals(component))
        .findFirst();
  }
}
