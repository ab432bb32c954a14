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
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Decides where calls to each component go, and moves them. Safe for use by many threads. */
final class Placements {
  private final Collection<ComponentDescriptor<?>> components;
  private final ImplementationChoice choice;
  private final RuntimeOptions options;
  private final PlacementCheck check;
  private final Optional<Replicas> replicas;
  private final Optional<Elsewhere> elsewhere;
  private final ReentrantLock moving = new ReentrantLock();

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
    if (elsewhere.filter(there -> there.runs(component, choice)).isPresent()) {
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

  /**
   * Moves a component while calls are made. Calls that have begun end where they began.
   *
   * @throws PlacementException when this process cannot offer the placement
   */
  void move(CallRouter router, ComponentDescriptor<?> component, Entry entry) {
    check
        .refusal(component, entry.placement())
        .ifPresent(
            problem -> {
              throw new PlacementException(problem);
            });
    moving.lock();
    try {
      PlacementTable now = router.table();
      if (entry.placement() == Placement.REMOTE) awaitReplica(component.name());
      else router.prepare(component, entry.placement());
      Map<String, Entry> entries = new HashMap<>(now.entries());
      entries.put(component.name(), entry);
      router.publish(new PlacementTable(now.epoch() + 1, entries));
      router.release(component, now.entry(component.name()).placement(), entry.placement());
    } finally {
      moving.unlock();
    }
  }

  private void awaitReplica(String component) {
    Replicas known = replicas.orElseThrow();
    try {
      if (known.await(component)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new PlacementException(
        new Problem(
            "A component is placed remote when a replica takes its calls",
            component + " is to be remote, and none does: " + known.states(),
            "Start a replica that hosts it, and ask again"));
  }
}
