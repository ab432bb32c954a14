package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.PlacementTable.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides where calls to each component go, and moves them. Safe for use by many threads. */
final class Placements {
  private final Collection<ComponentDescriptor<?>> components;
  private final ImplementationChoice choice;
  private final RuntimeOptions options;
  private final PlacementCheck check;
  private final Optional<Predicate<ComponentDescriptor<?>>> helping;
  private final ReentrantLock moving = new ReentrantLock();

  /**
   * @param helping of a process that helps another: what runs there
   */
  Placements(
      Collection<ComponentDescriptor<?>> components,
      ImplementationChoice choice,
      RuntimeOptions options,
      PlacementCheck check,
      Optional<Predicate<ComponentDescriptor<?>>> helping) {
    this.components = components;
    this.choice = choice;
    this.options = options;
    this.check = check;
    this.helping = helping;
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
    if (helping.filter(there -> there.test(component)).isPresent()) {
      return new Entry(Placement.REMOTE, "it runs in the process that this one helps");
    }
    // A satellite hosts what it can: pins speak of the calls that the application makes.
    Optional<Placement> pinned =
        options.component(component.name()).placement().filter(_ -> helping.isEmpty());
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
      router.prepare(component, entry.placement());
      Map<String, Entry> entries = new HashMap<>(now.entries());
      entries.put(component.name(), entry);
      router.publish(new PlacementTable(now.epoch() + 1, entries));
      router.release(component, now.entry(component.name()).placement(), entry.placement());
    } finally {
      moving.unlock();
    }
  }
}
