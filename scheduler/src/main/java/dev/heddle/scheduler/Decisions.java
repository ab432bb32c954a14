package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.control.Membership;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    // Of the replicas that were chosen for a pin none may be left, and others be there.
    return served(component, wanted.entry()) ? wanted.entry() : wanted.anyReplicas().entry();
  }

  /**
   * What nobody asked for is as configuration has it now, which may be another than before.
   *
   * @return whether the component is wanted elsewhere now
   */
  boolean configured(Membership.Component component) {
    Decision now = decided(component);
    Decision before = decisions.get(component.name());
    Decision next = before != null && before.prevails(now) ? kept(component, before) : now;
    if (next.equals(before)) return false;
    decisions.put(component.name(), next);
    return true;
  }

  /** What had the planner choose replicas may stand in the configuration no longer. */
  private Decision kept(Membership.Component component, Decision before) {
    return asked().chooses(component.name()) ? before : before.anyReplicas();
  }

  private AskedOfProcesses asked() {
    return new AskedOfProcesses(processes.values());
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
    return asked().replicas(component).stream()
        .anyMatch(each -> named.isEmpty() || named.contains(each));
  }

  /** Whom a move that the planner wants is for: that of a pin leaves the pin as it is. */
  Decision planned(String component, Entry to) {
    Decision before = decisions.get(component);
    return before == null || before.open()
        ? new Decision(to, Origin.PLANNER, false)
        : before.at(to);
  }

  /** Why somebody cannot have a component at a place. */
  Optional<Problem> refusal(String component, Decision wanted) {
    if (wanted.origin() != Origin.PERSON) return Optional.empty();
    return asked().refusal(component, wanted.entry().placement());
  }

  /** That there is no such component. */
  static Problem unknown(String component, Set<String> known) {
    return new Problem(
        "a component that is moved is one of the application's",
        "there is no " + component + " among " + new TreeSet<>(known),
        "Name one of them; the application must have joined");
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
        .flatMap(each -> each.offers(component).stream())
        .findFirst();
  }
}
