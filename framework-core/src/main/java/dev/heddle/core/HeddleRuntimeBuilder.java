package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Describes an application. For one thread. */
public final class HeddleRuntimeBuilder {
  final ComponentCatalog catalog;
  final Map<Class<?>, Function<String, ?>> capabilities = new HashMap<>();
  final Map<Class<?>, Supplier<?>> implementations = new HashMap<>();
  final Map<Class<?>, Supplier<?>> beans = new HashMap<>();
  final List<Problem> problems = new ArrayList<>();
  RuntimeOptions options = RuntimeOptions.DEFAULT;
  Optional<CallObserver> observer = Optional.empty();
  Optional<CallTracer> tracer = Optional.empty();
  boolean everyCallTraced;
  Optional<ApplicationEvents.Setup> events = Optional.empty();
  Optional<Sandbox> sandbox = Optional.empty();
  Optional<Replicas> replicas = Optional.empty();
  Optional<Elsewhere> elsewhere = Optional.empty();

  HeddleRuntimeBuilder(ComponentCatalog catalog) {
    this.catalog = catalog;
  }

  /** How it runs. */
  public HeddleRuntimeBuilder options(RuntimeOptions chosen) {
    options = chosen;
    return this;
  }

  /** What stands behind a capability, for each component by its name. */
  public <T> HeddleRuntimeBuilder capability(Class<T> type, Function<String, ? extends T> granter) {
    capabilities.put(type, granter);
    return this;
  }

  /** An implementation given from outside, in place of the one in the catalog, if any. */
  public <C> HeddleRuntimeBuilder implementation(
      Class<C> type, Supplier<? extends C> implementation) {
    implementations.put(type, implementation);
    return this;
  }

  /**
   * How an implementation of the catalog is constructed that does not construct itself, as those
   * with {@link Runtime#JVM} do not. Asked only if the implementation is chosen.
   */
  public <C> HeddleRuntimeBuilder bean(
      ImplementationDescriptor<C> implementation, Supplier<? extends C> maker) {
    beans.put(implementation.type(), maker);
    return this;
  }

  /** Who is told of every call. */
  public HeddleRuntimeBuilder observer(CallObserver chosen) {
    observer = Optional.of(chosen);
    return this;
  }

  /**
   * Who records the calls of sampled requests.
   *
   * @param everyCall whether local calls are recorded too; then none takes the direct path, which
   *     every call pays for
   */
  public HeddleRuntimeBuilder tracer(CallTracer chosen, boolean everyCall) {
    tracer = Optional.of(chosen);
    everyCallTraced = everyCall;
    return this;
  }

  /** What keeps events, and how they are delivered. */
  public HeddleRuntimeBuilder events(ApplicationEvents.Setup chosen) {
    events = Optional.of(chosen);
    return this;
  }

  /** What runs components as WebAssembly; it is closed with the application. */
  public HeddleRuntimeBuilder sandbox(Sandbox chosen) {
    sandbox = Optional.of(chosen);
    return this;
  }

  /** The processes that components may be called in; closed with the application. */
  public HeddleRuntimeBuilder replicas(Replicas chosen) {
    replicas = Optional.of(chosen).filter(Replicas::any);
    return this;
  }

  /**
   * Makes this process a helper of the one behind {@link #replicas}, which does what this one
   * cannot: it runs implementations that Spring constructs, and grants every capability that
   * nothing stands behind here.
   *
   * @param capabilities those that it grants though something stands behind them here too; with
   *     {@link EventPublisher} among them events are published and delivered there
   * @param components names of components that run there though this process could run them
   */
  public HeddleRuntimeBuilder elsewhere(Set<Class<?>> capabilities, Set<String> components) {
    elsewhere = Optional.of(new Elsewhere(capabilities, components));
    if (capabilities.contains(EventPublisher.class)) events = Optional.empty();
    return this;
  }

  /** Something that keeps the application from starting, told with whatever else does. */
  public HeddleRuntimeBuilder problem(Problem found) {
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

  CallTracing tracing() {
    return new CallTracing(tracer, everyCallTraced, options.revision(), options.limits());
  }

  ImplementationChoice choice() {
    return new ImplementationChoice(catalog, options, implementations.keySet());
  }

  PlacementCheck placementCheck(ImplementationChoice choice) {
    Set<String> modules =
        options.components().entrySet().stream()
            .filter(each -> each.getValue().module().isPresent())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new PlacementCheck(
        choice, implementations.keySet(), modules, sandbox, replicas.isPresent(), options);
  }

  void check(ImplementationChoice choice, PlacementCheck placements) {
    Set<Class<?>> granted = new HashSet<>(capabilities.keySet());
    if (elsewhere.isPresent()) {
      // The same revision has been checked there, with all that it has.
      choice.all().stream()
          .flatMap(implementation -> implementation.dependencies().stream())
          .filter(dependency -> dependency.kind() == Dependency.Kind.CAPABILITY)
          .forEach(dependency -> granted.add(dependency.type()));
    }
    List<Problem> found =
        new ArrayList<>(
            new Assembly(
                    catalog,
                    options,
                    implementations.keySet(),
                    granted,
                    elsewhere.isPresent()
                        || events.isPresent()
                        || capabilities.containsKey(EventPublisher.class),
                    choice,
                    placements)
                .problems());
    found.addAll(problems);
    if (!found.isEmpty()) throw new AssemblyException(found);
  }
}
