package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.remote.Replicas;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides where calls to each component go, and moves them. Safe for use by many threads. */
final class Placements {
  private static final Problem GOVERNED =
      new Problem(
          "One scheduler decides where an application's components are placed",
          "this process has joined one, and was asked by somebody else",
          "Ask the scheduler: ./heddle place, or the dashboard");

  private final Collection<ComponentDescriptor<?>> components;
  private final ImplementationChoice choice;
  private final RuntimeOptions options;
  private final PlacementCheck check;
  private final Optional<Replicas> replicas;
  private final Optional<Elsewhere> elsewhere;
  private final ReentrantLock moving = new ReentrantLock();
  private boolean governed;

  /**
   * @param elsewhere of a process that helps another: what that one does
   */
  Placements(
      Collection<ComponentDescriptor<?>> components,
      ImplementationChoice choice,
      RuntimeOptions options,
      PlacementCheck check,
      Optional<Replicas> replicas,
      Optional<Elsewhere> elsewhere) {
    this.components = components;
    this.choice = choice;
    this.options = options;
    this.check = check;
    this.replicas = replicas;
    this.elsewhere = elsewhere;
  }

  /** What configuration asks for. */
  PlacementTable initial() {
    return new PlacementTable(
        1,
        components.stream().collect(Collectors.toMap(ComponentDescriptor::name, this::configured)));
  }

  /** What configuration asks for one component. */
  Entry configured(ComponentDescriptor<?> component) {
    Optional<ImplementationDescriptor<?>> implementation = choice.of(component.type());
    boolean jvm =
        implementation.map(ImplementationDescriptor::runtime).orElse(Runtime.JVM) == Runtime.JVM;
    if (elsewhere.filter(there -> runs(there, component)).isPresent()) {
      return new Entry(Placement.REMOTE, "it runs in the process that this one helps");
    }
    // A satellite hosts what it can: pins speak of the calls that the application makes.
    Optional<Placement> pinned =
        options.component(component.name()).placement().filter(_ -> elsewhere.isEmpty());
    if (pinned.isPresent()) return new Entry(pinned.get(), "pinned by configuration");
    Placement usual = options.placement();
    if (usual == Placement.LOCAL) {
      return new Entry(Placement.LOCAL, "the application is one process");
    }
    String asked = "heddle.placement is " + usual.word();
    // A replica is no Spring application of this kind, unless someone says that it is.
    boolean offered = usual != Placement.REMOTE || !jvm;
    if (offered && check.refusal(component, usual).isEmpty()) return new Entry(usual, asked);
    return new Entry(
        Placement.LOCAL, asked + (jvm ? ", and its runtime is JVM" : ", and it cannot be"));
  }

  private boolean runs(Elsewhere there, ComponentDescriptor<?> component) {
    return there.runs(component, choice) || options.component(component.name()).rules().staysHome();
  }

  /**
   * Moves a component while calls are made. Calls that have begun end where they began.
   *
   * @throws PlacementException when this process cannot offer the placement
   */
  void move(CallRouter router, ComponentDescriptor<?> component, Entry entry) {
    moving.lock();
    try {
      if (governed) throw new PlacementException(GOVERNED);
      PlacementTable now = router.table();
      makeReady(router, component, entry.placement(), entry.replicas());
      Map<String, Entry> entries = new HashMap<>(now.entries());
      entries.put(component.name(), entry);
      router.publish(new PlacementTable(now.epoch() + 1, entries));
      router
          .targets()
          .release(component.name(), now.entry(component.name()).placement(), entry.placement());
    } finally {
      moving.unlock();
    }
  }

  /**
   * Makes a component ready to be called at a placement.
   *
   * @param among names of the replicas that are to take its calls; none for any one
   * @throws PlacementException when this process cannot offer the placement
   */
  void makeReady(
      CallRouter router, ComponentDescriptor<?> component, Placement placement, Set<String> among) {
    check
        .refusal(component, placement)
        .ifPresent(
            problem -> {
              throw new PlacementException(problem);
            });
    if (placement == Placement.REMOTE) awaitReplicas(component.name(), among);
    else router.targets().here(placement, component);
  }

  /** The placements that this process can offer a component. */
  Set<Placement> offered(ComponentDescriptor<?> component) {
    return Stream.of(Placement.values())
        .filter(each -> check.refusal(component, each).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this process takes calls to a component: also to what others are not to run. */
  boolean hosted(PlacementTable table, ComponentDescriptor<?> component) {
    return table.entry(component.name()).placement() != Placement.REMOTE
        || (elsewhere.isEmpty() && options.component(component.name()).rules().excludes());
  }

  /**
   * Puts a table of the scheduler's in force, in the terms of this process. A process that helps
   * another runs a component as it is configured to, unless other replicas are named for it.
   *
   * @param process what this process is called in the table
   */
  void adopt(CallRouter router, PlacementTable next, String process) {
    moving.lock();
    try {
      PlacementTable now = router.table();
      governed = true;
      if (next.epoch() <= now.epoch()) return;
      Map<String, Entry> entries = new HashMap<>();
      for (ComponentDescriptor<?> component : components) {
        Optional<Entry> asked = Optional.ofNullable(next.entries().get(component.name()));
        entries.put(
            component.name(),
            asked.map(it -> own(component, it, process)).orElseGet(() -> configured(component)));
      }
      PlacementTable own = new PlacementTable(next.epoch(), entries);
      router.publish(own);
      for (ComponentDescriptor<?> component : components) {
        String name = component.name();
        router.targets().release(name, now.entry(name).placement(), own.entry(name).placement());
      }
    } finally {
      moving.unlock();
    }
  }

  private Entry own(ComponentDescriptor<?> component, Entry asked, String process) {
    if (elsewhere.isEmpty()) return asked;
    boolean others = !asked.replicas().isEmpty() && !asked.replicas().contains(process);
    return asked.placement() == Placement.REMOTE && others ? asked : configured(component);
  }

  private static String named(Set<String> among) {
    return among.isEmpty() ? "" : " in " + String.join(" and ", new TreeSet<>(among));
  }

  private void awaitReplicas(String component, Set<String> among) {
    Replicas known = replicas.orElseThrow();
    try {
      if (known.await(component, among)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new PlacementException(
        new Problem(
            "A component is placed remote when a replica takes its calls",
            component + " is to be remote" + named(among) + ", and not so: " + known.states(),
            "Start a replica that hosts it, and ask again"));
  }
}
