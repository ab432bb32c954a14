package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Refusals;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.sandbox.OpenedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
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
  private final long begun = System.nanoTime();
  private final RuntimeOptions options;
  private final Map<Class<?>, ComponentDescriptor<?>> components;
  private final ImplementationChoice choice;
  private final Placements placements;
  private final CallRouter router;
  private final ComponentGrants grants;
  private final Optional<ApplicationEvents> events;
  private final Optional<Replicas> replicas;
  private final Optional<CapabilitiesElsewhere> elsewhere;
  private final Refusals refusals = new Refusals();

  HeddleRuntime(HeddleRuntimeBuilder builder) {
    options = builder.options;
    choice = builder.choice();
    PlacementCheck check = builder.placementCheck(choice);
    builder.check(choice, check);
    components =
        builder.catalog.components().stream()
            .filter(component -> !choice.absent(component.name()))
            .collect(Collectors.toMap(ComponentDescriptor::type, Function.identity()));
    replicas = builder.replicas;
    elsewhere =
        builder.elsewhere.map(
            there -> new CapabilitiesElsewhere(there, choice, replicas.orElseThrow(), options));
    placements =
        new Placements(
            List.copyOf(components.values()), choice, options, check, replicas, builder.elsewhere);
    router =
        new CallRouter(
            options,
            builder.observer,
            builder.tracing(),
            new Targets(
                new ComponentInstances(makers(builder), options.limits()),
                new SandboxedComponents(builder.sandbox, specifications(), options.limits()),
                replicas,
                options.limits(),
                options.copyLocalCalls()),
            placements.initial());
    grants =
        new ComponentGrants(
            options,
            components,
            elsewhere.map(it -> it.with(builder.capabilities)).orElse(builder.capabilities),
            type ->
                builder.capabilities.containsKey(type)
                    || elsewhere.filter(it -> it.grants(type)).isPresent(),
            router,
            this::publishers);
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
    router.targets().prepare(components.values(), router.table());
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
   * @param granting what it grants to the application's components elsewhere
   * @param mostCalls how many calls of others it answers at a time, from 1
   * @throws IllegalArgumentException when the application has no such component
   */
  public IncomingCalls incoming(
      ProcessIdentity identity, Set<String> components, Granting granting, int mostCalls) {
    PlacementTable table = router.table();
    List<ComponentDescriptor<?>> hosted =
        components.isEmpty()
            ? this.components.values().stream()
                .filter(each -> placements.hosted(table, each))
                .<ComponentDescriptor<?>>map(each -> each)
                .toList()
            : components.stream().<ComponentDescriptor<?>>map(this::named).toList();
    return new ServedCalls(
        options,
        router,
        identity,
        hosted,
        ServedCapabilities.of(granting, grants, this.components.values(), choice),
        mostCalls,
        new ProcessorWait(System::nanoTime),
        refusals);
  }

  /** What this process did not take in of what others asked of it. */
  public Refusals refusals() {
    return refusals;
  }

  /** Descriptors of the components, in no particular order. */
  public List<ComponentDescriptor<?>> components() {
    return List.copyOf(components.values());
  }

  /** The call graph so far. */
  public List<EdgeCalls> edges() {
    return router.edges().snapshot();
  }

  /**
   * Tells {@code listener} of the live figures of every method of every edge, present and future;
   * of some perhaps twice.
   */
  public void onEdge(Consumer<EdgeFigures> listener) {
    router.edges().onEdge(listener);
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

  /** What a scheduler decides about in this process. */
  public PlacementControl placementControl() {
    return new PlacementControl(placements, router, replicas, this::named);
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
    double uptime = (System.nanoTime() - begun) / 1e9;
    return new StatusReport(options, components, choice, replicas)
        .of(router.table(), edges(), uptime);
  }

  @Override
  public void close() {
    events.ifPresent(ApplicationEvents::close);
    router.close();
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

  private EventPublishers publishers() {
    return events.<EventPublishers>map(Function.identity()).or(() -> elsewhere).orElseThrow();
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
