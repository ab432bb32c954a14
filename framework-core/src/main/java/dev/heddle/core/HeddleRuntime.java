package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.sandbox.OpenedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A running application: its components, where their calls go, and what was seen of them. Safe for
 * use by many threads.
 */
public final class HeddleRuntime implements AutoCloseable {
  private final RuntimeOptions options;
  private final Map<Class<?>, ComponentDescriptor<?>> components;
  private final ImplementationChoice choice;
  private final Placements placements;
  private final CallRouter router;
  private final ComponentGrants grants;
  private final Optional<ApplicationEvents> events;
  private final Optional<Replicas> replicas;

  HeddleRuntime(HeddleRuntimeBuilder builder) {
    options = builder.options;
    choice = builder.choice();
    PlacementCheck check = builder.placementCheck(choice);
    builder.check(choice, check);
    components =
        builder.catalog.components().stream()
            .filter(component -> !choice.absent(component.name()))
            .collect(Collectors.toMap(ComponentDescriptor::type, Function.identity()));
    placements = new Placements(List.copyOf(components.values()), choice, options, check);
    router =
        new CallRouter(
            options,
            builder.observer,
            new ComponentInstances(makers(builder), options.limits()),
            new SandboxedComponents(builder.sandbox, specifications(), options.limits()),
            builder.replicas,
            placements.initial());
    grants =
        new ComponentGrants(options, components, builder.capabilities, router, this::eventsIfAny);
    replicas = builder.replicas;
    events = builder.events.flatMap(it -> ApplicationEvents.open(it, choice.part(), this));
  }

  /** Begins the description of an application. */
  public static HeddleRuntimeBuilder builder(ComponentCatalog catalog) {
    return new HeddleRuntimeBuilder(catalog);
  }

  /**
   * Makes every implementation that does not exist yet, and from then on lets local calls take the
   * direct path. Calls before it work too, at a price.
   */
  public void start() {
    components.values().forEach(router::prepare);
    router.start();
    events.ifPresent(ApplicationEvents::start);
  }

  /**
   * A component, as {@code caller} sees it.
   *
   * @param caller name of who will call it: it appears in the call graph
   * @throws IllegalArgumentException when the application has no such component
   */
  public <C> C component(String caller, Class<C> type) {
    return router.edge(caller, grants.descriptor(type)).stub();
  }

  /** Whether the application has a component. */
  public boolean has(Class<?> component) {
    return components.containsKey(component);
  }

  /** Runs requests within their context. */
  public Requests requests() {
    return router.requests();
  }

  /** The events of the application's components, if there are any. */
  public Optional<ApplicationEvents> events() {
    return events;
  }

  /** How this application runs. */
  public RuntimeOptions options() {
    return options;
  }

  /**
   * What this process offers to others.
   *
   * @param identity who it is
   * @param components names of the components that it hosts for others; empty for all that are not
   *     placed remote here
   * @param mostCalls how many calls of others it answers at a time, from 1
   * @throws IllegalArgumentException when the application has no such component
   */
  public IncomingCalls incoming(ProcessIdentity identity, Set<String> components, int mostCalls) {
    PlacementTable table = router.table();
    List<ComponentDescriptor<?>> hosted =
        components.isEmpty()
            ? this.components.values().stream()
                .filter(each -> table.entry(each.name()).placement() != Placement.REMOTE)
                .<ComponentDescriptor<?>>map(each -> each)
                .toList()
            : components.stream().<ComponentDescriptor<?>>map(this::named).toList();
    return new ServedCalls(options, router, identity, hosted, mostCalls);
  }

  /** Descriptors of the components, in no particular order. */
  public List<ComponentDescriptor<?>> components() {
    return List.copyOf(components.values());
  }

  /** The call graph so far. */
  public List<EdgeCalls> edges() {
    return router.snapshot();
  }

  /**
   * Tells {@code listener} of the live figures of every method of every edge, present and future;
   * of some perhaps twice.
   */
  public void onEdge(Consumer<EdgeFigures> listener) {
    router.onEdge(listener);
  }

  /**
   * Tells {@code listener} of every component in this process's sandbox, present and future; of
   * some perhaps twice.
   */
  public void onSandboxed(Consumer<OpenedComponent> listener) {
    router.onSandboxed(listener);
  }

  /**
   * Moves a component, while calls are made: those that have begun end where they began. A
   * component that comes into a sandbox is made ready first, which may take seconds.
   *
   * @param component its name
   * @param reason why, in words for a person
   * @throws IllegalArgumentException when the application has no such component
   * @throws PlacementException when this process cannot offer the placement
   * @throws dev.heddle.core.sandbox.SandboxException when the component cannot be made ready
   */
  public void place(String component, Placement placement, String reason) {
    placements.move(router, named(component), new PlacementTable.Entry(placement, reason));
  }

  /**
   * Moves a component back to where configuration has it.
   *
   * @param component its name
   * @throws IllegalArgumentException when the application has no such component
   */
  public void placeAsConfigured(String component) {
    ComponentDescriptor<?> descriptor = named(component);
    placements.move(router, descriptor, placements.configured(descriptor));
  }

  private ComponentDescriptor<?> named(String component) {
    return components.values().stream()
        .filter(descriptor -> descriptor.name().equals(component))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the application has no component " + component));
  }

  /** What the application is doing now. */
  public Status status() {
    PlacementTable table = router.table();
    List<Status.Component> rows =
        components.values().stream()
            .sorted(Comparator.comparing(ComponentDescriptor::name))
            .map(component -> row(component, table.entry(component.name())))
            .toList();
    return new Status(
        options.application(),
        options.revision(),
        table.epoch(),
        rows,
        replicas.map(Status::replicas).orElse(List.of()),
        edges(),
        Optional.empty());
  }

  @Override
  public void close() {
    events.ifPresent(ApplicationEvents::close);
    router.close();
  }

  private Status.Component row(ComponentDescriptor<?> component, PlacementTable.Entry entry) {
    Optional<ImplementationDescriptor<?>> implementation = choice.of(component.type());
    return new Status.Component(
        component.name(),
        entry.placement().word(),
        entry.reason(),
        implementation.map(ImplementationDescriptor::runtime).orElse(Runtime.JVM) == Runtime.WASM
            ? "wasm"
            : "jvm",
        implementation.map(one -> one.type().getName()).orElse(""),
        options.application(),
        replicas.map(known -> known.offering(component.name())).orElse(0),
        maxReplicas(component.name(), implementation),
        implementation.map(this::callees).orElse(List.of()));
  }

  private int maxReplicas(String component, Optional<ImplementationDescriptor<?>> implementation) {
    return options
        .component(component)
        .maxReplicas()
        .orElse(implementation.map(ImplementationDescriptor::maxReplicas).orElse(0));
  }

  private Map<String, Supplier<?>> makers(HeddleRuntimeBuilder builder) {
    Map<String, Supplier<?>> makers = new HashMap<>();
    for (ImplementationDescriptor<?> implementation : choice.all()) {
      ComponentDescriptor<?> component = components.get(implementation.component());
      if (component == null) continue;
      Supplier<?> made = maker(component.name(), implementation);
      makers.put(component.name(), builder.beans.getOrDefault(implementation.type(), made));
    }
    builder.implementations.forEach(
        (type, supplier) -> {
          ComponentDescriptor<?> component = components.get(type);
          if (component == null) return;
          makers.put(component.name(), supplier);
        });
    return makers;
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

  private <C> Supplier<C> maker(String component, ImplementationDescriptor<C> implementation) {
    return () -> implementation.create(grants.local(component, implementation));
  }

  private Map<String, Supplier<SandboxedComponentSpecification>> specifications() {
    Map<String, Supplier<SandboxedComponentSpecification>> specifications = new HashMap<>();
    for (ImplementationDescriptor<?> implementation : choice.all()) {
      ComponentDescriptor<?> component = components.get(implementation.component());
      if (component == null) continue;
      String name = component.name();
      specifications.put(
          name,
          () ->
              new SandboxedComponentSpecification(
                  component,
                  implementation,
                  grants.guest(name, implementation),
                  options.component(name).sandbox().orElse(options.sandbox()),
                  options.component(name).module()));
    }
    return specifications;
  }

  private Optional<ApplicationEvents> eventsIfAny() {
    return events;
  }

  /**
   * What an implementation's constructor is given.
   *
   * @param component name of the component
   */
  public Dependencies dependencies(String component, ImplementationDescriptor<?> implementation) {
    return grants.local(component, implementation);
  }

  /**
   * What stands behind a capability for one component.
   *
   * @throws IllegalArgumentException when nothing does
   */
  public <T> T grant(String component, Class<T> type) {
    return grants.capability(component, type);
  }
}
