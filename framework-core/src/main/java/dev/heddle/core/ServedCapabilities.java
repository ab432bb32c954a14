package dev.heddle.core;

import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Secrets;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.Publication;
import dev.heddle.core.remote.Granting;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What this process grants to the application's components that run in others: to each what its
 * constructor asks for, and nothing else. What every process has of itself is not among it.
 */
final class ServedCapabilities {
  private static final Set<Class<?>> OF_EVERY_PROCESS =
      Set.of(
          Settings.class,
          Log.class,
          Secrets.class,
          HttpCaller.class,
          RandomSource.class,
          InstantSource.class);

  /** A capability, as it is granted to one component. */
  record Granted<C>(CapabilityDescriptor<C> descriptor, C object) {}

  /** Nothing. */
  static final ServedCapabilities NONE = new ServedCapabilities(false);

  private final boolean everything;
  private final List<ComponentDescriptor<?>> descriptors = new ArrayList<>();
  private final Map<String, Map<String, Granted<?>>> byName = new TreeMap<>();

  private ServedCapabilities(boolean everything) {
    this.everything = everything;
  }

  /**
   * What the components' implementations ask for.
   *
   * @param choice which they are
   */
  static ServedCapabilities of(
      Granting granting,
      ComponentGrants grants,
      Collection<ComponentDescriptor<?>> components,
      ImplementationChoice choice) {
    if (granting == Granting.NOTHING) return NONE;
    Map<String, ImplementationDescriptor<?>> implementations = new TreeMap<>();
    for (ComponentDescriptor<?> component : components) {
      choice.of(component.type()).ifPresent(one -> implementations.put(component.name(), one));
    }
    ServedCapabilities served = new ServedCapabilities(granting == Granting.EVERYTHING);
    implementations.forEach((component, one) -> served.add(component, one, grants));
    return served;
  }

  /** Descriptors of all of them, in no particular order. */
  List<ComponentDescriptor<?>> descriptors() {
    return List.copyOf(descriptors);
  }

  /** What a component is granted under a name; nothing if it does not ask for it. */
  Optional<Granted<?>> granted(String component, ComponentDescriptor<?> capability) {
    return Optional.ofNullable(byName.getOrDefault(capability.name(), Map.of()).get(component));
  }

  private void add(
      String component, ImplementationDescriptor<?> implementation, ComponentGrants grants) {
    List<ComponentDescriptor<?>> capabilities = new ArrayList<>(implementation.capabilities());
    if (asksForTheTime(implementation)) capabilities.add(new ClockDescriptor());
    for (ComponentDescriptor<?> capability : capabilities) {
      if (!everything && OF_EVERY_PROCESS.contains(capability.type())) continue;
      if (!grants.has(capability.type())) continue;
      grant(component, capability, grants);
    }
    for (Publication publication : implementation.publications()) {
      add(
          component,
          new Granted<>(
              CapabilityDescriptor.publishing(publication.event()),
              (EncodedEventPublisher)
                  grants.publisher(component, implementation, publication.parameter())));
    }
  }

  private static boolean asksForTheTime(ImplementationDescriptor<?> implementation) {
    return implementation.dependencies().stream()
        .anyMatch(dependency -> dependency.type() == InstantSource.class);
  }

  private <C> void grant(
      String component, ComponentDescriptor<C> capability, ComponentGrants grants) {
    C object = grants.capability(component, capability.type());
    add(component, new Granted<>(CapabilityDescriptor.of(capability), object));
  }

  private void add(String component, Granted<?> granted) {
    byName
        .computeIfAbsent(
            granted.descriptor().name(),
            name -> {
              descriptors.add(granted.descriptor());
              return new TreeMap<>();
            })
        .put(component, granted);
  }
}
