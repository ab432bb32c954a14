package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.SettingValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Class<?>, Function<String, ?>> capabilities;
  private final ComponentInstances instances;
  private final CallRouter router;
  private final Optional<ApplicationEvents> events;

  private HeddleRuntime(Builder builder) {
    options = builder.options;
    capabilities = Map.copyOf(builder.capabilities);
    choice = new ImplementationChoice(builder.catalog, options, builder.implementations.keySet());
    List<Problem> problems =
        new ArrayList<>(
            new Assembly(
                    builder.catalog,
                    options,
                    builder.implementations.keySet(),
                    builder.capabilities.keySet(),
                    builder.events.isPresent()
                        || builder.capabilities.containsKey(EventPublisher.class),
                    choice)
                .problems());
    problems.addAll(builder.problems);
    if (!problems.isEmpty()) throw new AssemblyException(problems);
    components =
        builder.catalog.components().stream()
            .filter(component -> !choice.absent(component.name()))
            .collect(Collectors.toMap(ComponentDescriptor::type, Function.identity()));
    instances = new ComponentInstances(makers(builder), options.limits());
    router = new CallRouter(options, builder.observer, instances, initialTable());
    events = builder.events.flatMap(it -> ApplicationEvents.open(it, choice.part(), this));
  }

  /** Begins the description of an application. */
  public static Builder builder(ComponentCatalog catalog) {
    return new Builder(catalog);
  }

  /**
   * Makes every implementation that does not exist yet, and from then on lets local calls take the
   * direct path. Calls before it work too, at a price.
   */
  public void start() {
    components.values().forEach(component -> instances.target(component, false));
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
    return router.edge(caller, descriptor(type)).stub();
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
        List.of(),
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
        0,
        maxReplicas(component.name(), implementation),
        implementation.map(this::callees).orElse(List.of()));
  }

  private int maxReplicas(String component, Optional<ImplementationDescriptor<?>> implementation) {
    return options
        .component(component)
        .maxReplicas()
        .orElse(implementation.map(ImplementationDescriptor::maxReplicas).orElse(0));
  }

  private PlacementTable initialTable() {
    return new PlacementTable(
        1,
        components.values().stream()
            .collect(Collectors.toMap(ComponentDescriptor::name, this::initialEntry)));
  }

  private PlacementTable.Entry initialEntry(ComponentDescriptor<?> component) {
    boolean pinned = options.component(component.name()).placement().isPresent();
    return new PlacementTable.Entry(
        Placement.LOCAL, pinned ? "pinned by configuration" : "the application is one process");
  }

  private Map<String, Supplier<?>> makers(Builder builder) {
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
    return () -> implementation.create(dependencies(component, implementation));
  }

  private Object settings(String component, ImplementationDescriptor<?> implementation) {
    return implementation
        .settings()
        .orElseThrow()
        .bind(new SettingValues(options.component(component).settings()));
  }

  /**
   * What an implementation's constructor is given.
   *
   * @param component name of the component
   */
  public Dependencies dependencies(String component, ImplementationDescriptor<?> implementation) {
    return new Dependencies() {
      @Override
      public <T> Optional<T> optional(int index, Class<T> type) {
        boolean present = components.containsKey(type) || capabilities.containsKey(type);
        return present ? Optional.of(get(index, type)) : Optional.empty();
      }

      @Override
      public <T> T get(int index, Class<T> type) {
        Dependency dependency = implementation.dependencies().get(index);
        return switch (dependency.kind()) {
          case COMPONENT -> component(component, type);
          case CAPABILITY ->
              type == EventPublisher.class && !capabilities.containsKey(type)
                  ? type.cast(events.orElseThrow().publisher(component, implementation, index))
                  : grant(component, type);
          case SETTINGS -> type.cast(settings(component, implementation));
          case BEAN -> throw new IllegalStateException(type.getName() + " is left to Spring");
        };
      }
    };
  }

  /**
   * What stands behind a capability for one component.
   *
   * @throws IllegalArgumentException when nothing does
   */
  public <T> T grant(String component, Class<T> type) {
    Function<String, ?> granter = capabilities.get(type);
    if (granter == null) {
      throw new IllegalArgumentException("nothing stands behind the capability " + type.getName());
    }
    return type.cast(granter.apply(component));
  }

  @SuppressWarnings("unchecked") // descriptors are kept under their own type
  private <C> ComponentDescriptor<C> descriptor(Class<C> type) {
    ComponentDescriptor<?> component = components.get(type);
    if (component == null) {
      throw new IllegalArgumentException(type.getName() + " is not a component of the application");
    }
    return (ComponentDescriptor<C>) component;
  }

  /** Describes an application. For one thread. */
  public static final class Builder {
    private final ComponentCatalog catalog;
    private final Map<Class<?>, Function<String, ?>> capabilities = new HashMap<>();
    private final Map<Class<?>, Supplier<?>> implementations = new HashMap<>();
    private final Map<Class<?>, Supplier<?>> beans = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private RuntimeOptions options = RuntimeOptions.DEFAULT;
    private Optional<CallObserver> observer = Optional.empty();
    private Optional<ApplicationEvents.Setup> events = Optional.empty();

    private Builder(ComponentCatalog catalog) {
      this.catalog = catalog;
    }

    /** How it runs. */
    public Builder options(RuntimeOptions chosen) {
      options = chosen;
      return this;
    }

    /** What stands behind a capability, for each component by its name. */
    public <T> Builder capability(Class<T> type, Function<String, ? extends T> granter) {
      capabilities.put(type, granter);
      return this;
    }

    /** An implementation given from outside, in place of the one in the catalog, if any. */
    public <C> Builder implementation(Class<C> type, Supplier<? extends C> implementation) {
      implementations.put(type, implementation);
      return this;
    }

    /**
     * How an implementation of the catalog is constructed that does not construct itself, as those
     * with {@link Runtime#JVM} do not. Asked only if the implementation is chosen.
     */
    public <C> Builder bean(
        ImplementationDescriptor<C> implementation, Supplier<? extends C> maker) {
      beans.put(implementation.type(), maker);
      return this;
    }

    /** Who is told of every call. */
    public Builder observer(CallObserver chosen) {
      observer = Optional.of(chosen);
      return this;
    }

    /** What keeps events, and how they are delivered. */
    public Builder events(ApplicationEvents.Setup chosen) {
      events = Optional.of(chosen);
      return this;
    }

    /** Something that keeps the application from starting, told with whatever else does. */
    public Builder problem(Problem found) {
      problems.add(found);
      return this;
    }

    /**
     * Puts the application together.
     *
     * @throws AssemblyException when it does not fit together
     */
    public HeddleRuntime build() {
      return new HeddleRuntime(this);
    }
  }
}
