package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.control.Membership;
import dev.heddle.scheduler.plan.CallGraph;
import dev.heddle.scheduler.plan.ComponentSpecification;
import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.HostProcess;
import dev.heddle.scheduler.plan.Place;
import dev.heddle.scheduler.plan.Runtime;
import dev.heddle.scheduler.plan.Situation;
import dev.heddle.scheduler.plan.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scheduler knows, in the planner's words.
 *
 * @param processes sorted by name
 * @param entries of the table in force
 * @param decisions where components are wanted
 * @param held components that are to stay where they are, for now
 * @param moved when components came to their places that have moved
 */
record PlannedSituation(
    List<KnownProcess> processes,
    Map<String, Entry> entries,
    Map<String, Decision> decisions,
    Set<String> held,
    Map<String, Instant> moved) {
  /** Where nobody says how long since. */
  private static final Duration LONG = Duration.ofDays(1);

  /** Where nobody says how much there is: components are small. */
  private static final long MEMORY = 1L << 40;

  /**
   * The situation; empty while there is not exactly one process of the application, or nothing to
   * plan.
   */
  Optional<Situation> at(Instant now, CallGraph graph, CostModel model) {
    List<KnownProcess> applications = processes.stream().filter(each -> !each.replica()).toList();
    if (applications.size() != 1 || entries.isEmpty()) return Optional.empty();
    KnownProcess application = applications.getFirst();
    List<HostProcess> hosts = new ArrayList<>();
    hosts.add(host(application, HostProcess.Kind.APPLICATION, front(application, graph, model)));
    replicas().forEach(each -> hosts.add(host(each, HostProcess.Kind.REPLICA, 0)));
    List<ComponentSpecification> components =
        application.membership().components().stream()
            .filter(each -> entries.containsKey(each.name()))
            .map(this::specification)
            .toList();
    return Optional.of(new Situation(components, known(graph), hosts, inForce(now)));
  }

  private List<KnownProcess> replicas() {
    return processes.stream().filter(KnownProcess::replica).limit(Situation.MOST_REPLICAS).toList();
  }

  /** Components that the application has no longer may have been called a while ago. */
  private CallGraph known(CallGraph graph) {
    return new CallGraph(
        graph.edges().stream().filter(each -> entries.containsKey(each.callee())).toList(),
        graph.ownSeconds(),
        graph.requestsPerSecond());
  }

  private static HostProcess host(KnownProcess process, HostProcess.Kind kind, double busy) {
    Membership membership = process.membership();
    return new HostProcess(
        process.name(),
        kind,
        membership.machine(),
        membership.processors(),
        membership.memoryBytes() > 0 ? membership.memoryBytes() : MEMORY,
        busy,
        process.labels(),
        true);
  }

  /** Processors that the application uses for pages and whatever else is no component's. */
  private double front(KnownProcess application, CallGraph graph, CostModel model) {
    double components = 0;
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      Placement placement = each.getValue().placement();
      if (placement == Placement.REMOTE) continue;
      components += graph.work(each.getKey()) * model.slowdown(place(placement));
    }
    double busy = application.processorShare() - components;
    return Math.clamp(busy, 0, application.membership().processors());
  }

  private ComponentSpecification specification(Membership.Component component) {
    Set<Placement> offered = component.offered();
    ComponentSpecification specification = ruled(component);
    boolean leaves = offered.contains(Placement.SANDBOXED) || offered.contains(Placement.REMOTE);
    if (!leaves) specification = specification.withRuntime(Runtime.JVM);
    else if (!offered.contains(Placement.LOCAL)) specification = specification.onlySandboxed();
    Entry entry = entries.get(component.name());
    Optional<String> by = stays(component.name());
    return entry == null || by.isEmpty()
        ? specification
        : specification.pinned(place(entry.placement()), by.get());
  }

  private ComponentSpecification ruled(Membership.Component component) {
    PlacementRules rules = component.rules();
    ComponentSpecification specification =
        ComponentSpecification.of(component.name())
            .withMaxReplicas(component.maxReplicas())
            .togetherWith(known(rules.togetherWith()))
            .apartFrom(known(rules.apartFrom()))
            .residentIn(rules.onlyIn().toArray(String[]::new));
    long memory = rules.memoryBytes();
    return memory > 0 ? specification.withMemory(memory) : specification;
  }

  /** Without components that are to have no implementation. */
  private String[] known(Set<String> names) {
    return names.stream().filter(entries::containsKey).toArray(String[]::new);
  }

  /** Why the planner is to leave a component where it is. */
  Optional<String> stays(String component) {
    if (held.contains(component)) return Optional.of("a move that failed");
    Decision decision = decisions.get(component);
    if (decision == null) return Optional.of("nobody");
    if (decision.open()) return Optional.empty();
    return Optional.of(decision.origin() == Origin.PERSON ? "hand" : "configuration");
  }

  private Map<String, Standing> inForce(Instant now) {
    Map<String, Standing> inForce = new HashMap<>();
    entries.forEach(
        (component, entry) ->
            placement(component, entry)
                .ifPresent(
                    placement -> {
                      Instant since = moved.get(component);
                      Duration stayed = since == null ? LONG : Duration.between(since, now);
                      inForce.put(component, new Standing(placement, stayed));
                    }));
    return inForce;
  }

  /** Where a component is; nothing where it is at replicas that are all gone. */
  private Optional<dev.heddle.scheduler.plan.Placement> placement(String component, Entry entry) {
    return switch (entry.placement()) {
      case LOCAL -> Optional.of(dev.heddle.scheduler.plan.Placement.LOCAL);
      case SANDBOXED -> Optional.of(dev.heddle.scheduler.plan.Placement.SANDBOXED);
      case REMOTE -> {
        Set<String> at = at(component, entry);
        yield at.isEmpty()
            ? Optional.empty()
            : Optional.of(dev.heddle.scheduler.plan.Placement.remote(at));
      }
    };
  }

  /** The replicas that an entry means. */
  Set<String> at(String component, Entry entry) {
    if (!entry.replicas().isEmpty()) return entry.replicas();
    Set<String> able = new AskedOfProcesses(processes).replicas(component);
    return replicas().stream()
        .map(KnownProcess::name)
        .filter(able::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a component that stays remote is to have the replicas that the planner chooses. */
  boolean choosesReplicas(String component) {
    Entry entry = entries.get(component);
    return entry != null
        && entry.placement() == Placement.REMOTE
        && !held.contains(component)
        && new AskedOfProcesses(processes).chooses(component);
  }

  static Place place(Placement placement) {
    return switch (placement) {
      case LOCAL -> Place.LOCAL;
      case SANDBOXED -> Place.SANDBOXED;
      case REMOTE -> Place.REMOTE;
    };
  }
}
