package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.remote.Replicas;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What calls can go to. Safe for use by many threads. */
final class Targets implements AutoCloseable {
  private static final Entry HERE = new Entry(Placement.LOCAL, "");

  private final ComponentInstances instances;
  private final SandboxedComponents sandboxed;
  private final Optional<Replicas> replicas;
  private final WireLimits limits;
  private final boolean copied;

  /**
   * @param copied whether calls of local objects go through bytes
   */
  Targets(
      ComponentInstances instances,
      SandboxedComponents sandboxed,
      Optional<Replicas> replicas,
      WireLimits limits,
      boolean copied) {
    this.instances = instances;
    this.sandboxed = sandboxed;
    this.replicas = replicas;
    this.limits = limits;
    this.copied = copied;
  }

  SandboxedComponents sandboxed() {
    return sandboxed;
  }

  /** Whether a replica takes calls to a component that its entry lets take them. */
  boolean taken(String component, Entry entry) {
    return replicas.isPresent() && replicas.get().takes(component, entry.replicas());
  }

  /**
   * What calls of a component go to.
   *
   * @param entry says which replicas, if it is to be one
   */
  <C> Target<C> at(Placement placement, ComponentDescriptor<C> component, Entry entry) {
    return switch (placement) {
      case LOCAL -> instances.target(component, copied);
      case SANDBOXED -> sandboxed.target(component);
      case REMOTE ->
          new Target.Remote<>(component, replicas.orElseThrow(), entry.replicas(), limits);
    };
  }

  /** What calls go to at a placement in this process. */
  <C> Target<C> here(Placement placement, ComponentDescriptor<C> component) {
    if (placement == Placement.REMOTE) throw new IllegalArgumentException("remote is not here");
    return at(placement, component, HERE);
  }

  /**
   * Makes components ready to be called where they are placed. Nobody waits for replicas here:
   * calls do, when there are any.
   */
  void prepare(Collection<ComponentDescriptor<?>> components, PlacementTable table) {
    Map<Placement, List<ComponentDescriptor<?>>> placed =
        components.stream()
            .collect(Collectors.groupingBy(each -> table.entry(each.name()).placement()));
    // On this thread, which may hold the lock under which implementations are made.
    placed.getOrDefault(Placement.LOCAL, List.of()).forEach(each -> here(Placement.LOCAL, each));
    sandboxed.open(placed.getOrDefault(Placement.SANDBOXED, List.of()));
  }

  /** Lets a placement that a component has left keep as little as possible. */
  void release(String component, Placement before, Placement now) {
    if (before == Placement.SANDBOXED && now != before) sandboxed.release(component);
  }

  @Override
  public void close() {
    sandboxed.close();
    replicas.ifPresent(Replicas::close);
  }
}
