package dev.heddle.test;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.sandbox.Sandbox;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What two applications are made of, and tried with.
 *
 * @param catalog the components on the class path
 * @param descriptor the component that runs inside a sandbox in one of them
 * @param seed where the randomness starts, in both
 * @param options of components, by name
 * @param fakes made anew for each application
 * @param sandboxes makes the sandbox of an application
 */
record Trial(
    ComponentCatalog catalog,
    ComponentDescriptor<?> descriptor,
    long seed,
    Map<String, ComponentOptions> options,
    Map<Class<?>, Supplier<?>> fakes,
    Supplier<Sandbox> sandboxes) {

  /** The first call of which the outcomes differ, with all that came before it. */
  record Difference(List<ComponentCall> before, ComponentCall call, Twins.Outcomes outcomes) {
    List<ComponentCall> calls() {
      return Stream.concat(before.stream(), Stream.of(call)).toList();
    }
  }

  Class<?> component() {
    return descriptor.type();
  }

  String name() {
    return descriptor.name();
  }

  /** The component's methods. */
  List<Method> methods() {
    return descriptor.methods().stream().map(method -> method(method.name())).toList();
  }

  Method method(String name) {
    return Stream.of(component().getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> !method.isDefault() && !method.isBridge())
        .findFirst()
        .orElseThrow();
  }

  /** Makes calls in fresh applications. */
  Optional<Difference> run(List<ComponentCall> calls) {
    try (Twins twins = new Twins(this)) {
      List<ComponentCall> before = new ArrayList<>();
      for (ComponentCall call : calls) {
        Twins.Outcomes outcomes = twins.make(call);
        if (outcomes.differ()) return Optional.of(new Difference(before, call, outcomes));
        before.add(call);
      }
      return Optional.empty();
    }
  }

  TestSetup setup(boolean sandboxed, Consumer<HeddleRuntimeBuilder> change) {
    Map<String, ComponentOptions> components = new TreeMap<>(options);
    Placement placement = sandboxed ? Placement.SANDBOXED : Placement.LOCAL;
    components.merge(
        name(),
        ComponentOptions.NONE.withPlacement(placement),
        (own, placed) -> own.withPlacement(placement));
    return new TestSetup(
        catalog,
        seed,
        components,
        true,
        false,
        sandboxed ? Optional.of(sandboxes.get()) : Optional.empty(),
        new Fakes(Map.of()),
        change,
        Optional.empty());
  }
}
