package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.control.Membership;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the application's configuration asks of the processes that run its components. */
final class AskedOfProcesses {
  private final Collection<KnownProcess> processes;

  /**
   * @param processes those that have joined
   */
  AskedOfProcesses(Collection<KnownProcess> processes) {
    this.processes = processes;
  }

  private PlacementRules of(String component) {
    return applications()
        .flatMap(each -> each.offers(component).stream())
        .findFirst()
        .map(Membership.Component::rules)
        .orElse(PlacementRules.NONE);
  }

  private Stream<KnownProcess> applications() {
    return processes.stream().filter(each -> !each.replica());
  }

  private Stream<Membership.Component> related() {
    return applications().flatMap(each -> each.related().stream());
  }

  /** Whether it matters which replicas a component has, and not only that it has some. */
  boolean chooses(String component) {
    return of(component).excludes()
        || !of(component).togetherWith().isEmpty()
        || related()
            .map(Membership.Component::rules)
            .anyMatch(
                other ->
                    other.togetherWith().contains(component)
                        || other.apartFrom().contains(component));
  }

  /** Whether a component may be in a process, wherever others are. */
  boolean allows(String component, KnownProcess process) {
    Set<String> only = of(component).onlyIn();
    return only.isEmpty() || !Collections.disjoint(only, process.labels());
  }

  /** Names of the replicas that can run a component, and may. */
  Set<String> replicas(String component) {
    return processes.stream()
        .filter(each -> each.replica() && each.hosts(component) && allows(component, each))
        .map(KnownProcess::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An entry of no particular replicas, for those that may run the component. */
  Entry narrowed(String component, Entry entry) {
    boolean any = entry.placement() == Placement.REMOTE && entry.replicas().isEmpty();
    if (!any || of(component).onlyIn().isEmpty()) return entry;
    return new Entry(Placement.REMOTE, replicas(component), entry.spill(), entry.reason());
  }

  /**
   * Whether a replica is to run no component that it is asked for while that is in the
   * application's process.
   *
   * @param entries where components are
   */
  boolean bars(String component, KnownProcess replica, Map<String, Entry> entries) {
    if (!allows(component, replica)) return true;
    return apart(component).stream()
        .anyMatch(
            other -> {
              Entry entry = entries.get(other);
              return entry != null
                  && entry.placement() == Placement.REMOTE
                  && (entry.replicas().isEmpty() || entry.replicas().contains(replica.name()));
            });
  }

  private Set<String> apart(String component) {
    Set<String> apart = new HashSet<>(of(component).apartFrom());
    related()
        .filter(each -> each.rules().apartFrom().contains(component))
        .forEach(each -> apart.add(each.name()));
    return apart;
  }

  /** Why somebody cannot have a component at a place. */
  Optional<Problem> refusal(String component, Placement placement) {
    Set<String> only = of(component).onlyIn();
    boolean remote = placement == Placement.REMOTE;
    boolean possible =
        remote
            ? !replicas(component).isEmpty()
            : applications().anyMatch(each -> allows(component, each));
    if (only.isEmpty() || possible) return Optional.empty();
    String property = "heddle.components." + component + ".only-in";
    return Optional.of(
        new Problem(
            "A component runs only in processes that " + property + " names",
            component
                + " is to be "
                + placement.word()
                + ", and "
                + (remote ? "no replica that runs it is" : "the application's process is not")
                + " called or labelled "
                + String.join(" or ", only),
            remote
                ? "Start a replica with one of them in heddle.scheduler.labels, or change "
                    + property
                : "Place it remote, or change " + property));
  }
}
