package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.remote.Replicas;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what an application is doing. */
final class StatusReport {
  private final RuntimeOptions options;
  private final Map<Class<?>, ComponentDescriptor<?>> components;
  private final ImplementationChoice choice;
  private final Optional<Replicas> replicas;

  StatusReport(
      RuntimeOptions options,
      Map<Class<?>, ComponentDescriptor<?>> components,
      ImplementationChoice choice,
      Optional<Replicas> replicas) {
    this.options = options;
    this.components = components;
    this.choice = choice;
    this.replicas = replicas;
  }

  /** With a placement table, and the calls in the time that they have been counted. */
  Status of(PlacementTable table, List<EdgeCalls> edges, double uptimeSeconds) {
    List<Status.Component> rows =
        components.values().stream()
            .sorted(Comparator.comparing(ComponentDescriptor::name))
            .map(component -> row(component, table.entry(component.name())))
            .toList();
    return new Status(
        options.application(),
        options.revision(),
        table.epoch(),
        uptimeSeconds,
        rows,
        replicas.map(Status::replicas).orElse(List.of()),
        edges,
        Optional.empty());
  }

  private Status.Component row(ComponentDescriptor<?> component, PlacementTable.Entry entry) {
    Optional<ImplementationDescriptor<?>> implementation = choice.of(component.type());
    return new Status.Component(
        component.name(),
        entry.placement().word(),
        entry.reason(),
        options.component(component.name()).placement().isPresent(),
        implementation.map(ImplementationDescriptor::runtime).orElse(Runtime.JVM) == Runtime.WASM
            ? "wasm"
            : "jvm",
        implementation.map(one -> one.type().getName()).orElse(""),
        options.application(),
        replicas.map(known -> known.offering(component.name())).orElse(0),
        maxReplicas(component.name(), implementation),
        implementation.map(this::callees).orElse(List.of()),
        options.component(component.name()).rules());
  }

  private int maxReplicas(String component, Optional<ImplementationDescriptor<?>> implementation) {
    return options
        .component(component)
        .maxReplicas()
        .orElse(implementation.map(ImplementationDescriptor::maxReplicas).orElse(0));
  }

  private List<String> callees(ImplementationDescriptor<?> implementation) {
    return implementation.dependencies().stream()
        .map(dependency -> Optional.ofNullable(components.get(dependency.type())))
        .flatMap(Optional::stream)
        .map(ComponentDescriptor::name)
        .distinct()
        .sorted()
        .toList();
  }
}
