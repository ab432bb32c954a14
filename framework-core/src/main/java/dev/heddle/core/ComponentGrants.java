package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Settings_Descriptor;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.EncodedEventPublisher_Descriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.SettingValues;
import dev.heddle.core.capability.MapSettings;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Hands each implementation what its constructor asks for, and nothing else. */
final class ComponentGrants {
  private final RuntimeOptions options;
  private final Map<Class<?>, ComponentDescriptor<?>> components;
  private final Map<Class<?>, Function<String, ?>> capabilities;
  private final Predicate<Class<?>> granted;
  private final CallRouter router;
  private final Supplier<EventPublishers> events;

  /**
   * @param granted whether a capability is there indeed, which is asked only of those that a
   *     component can do without
   */
  ComponentGrants(
      RuntimeOptions options,
      Map<Class<?>, ComponentDescriptor<?>> components,
      Map<Class<?>, Function<String, ?>> capabilities,
      Predicate<Class<?>> granted,
      CallRouter router,
      Supplier<EventPublishers> events) {
    this.options = options;
    this.components = components;
    this.capabilities = Map.copyOf(capabilities);
    this.granted = granted;
    this.router = router;
    this.events = events;
  }

  /** What stands behind a capability for one component. */
  <T> T capability(String component, Class<T> type) {
    Function<String, ?> granter = capabilities.get(type);
    if (granter == null) {
      throw new IllegalArgumentException("nothing stands behind the capability " + type.getName());
    }
    return type.cast(granter.apply(component));
  }

  /** Whether something stands behind a capability. */
  boolean has(Class<?> capability) {
    return capabilities.containsKey(capability);
  }

  /** For an implementation in this process. */
  Dependencies local(String component, ImplementationDescriptor<?> implementation) {
    return new Dependencies() {
      @Override
      public <T> Optional<T> optional(int index, Class<T> type) {
        return present(type) ? Optional.of(get(index, type)) : Optional.empty();
      }

      @Override
      public <T> T get(int index, Class<T> type) {
        return switch (implementation.dependencies().get(index).kind()) {
          case COMPONENT -> type.cast(router.edge(component, descriptor(type)).stub());
          case CAPABILITY ->
              publishes(type)
                  ? type.cast(publisher(component, implementation, index))
                  : capability(component, type);
          case SETTINGS ->
              type.cast(implementation.settings().orElseThrow().bind(settings(component)));
          case BEAN -> throw new IllegalStateException(type.getName() + " is left to Spring");
        };
      }
    };
  }

  /** For an implementation inside a sandbox. */
  GuestGrants guest(String component, ImplementationDescriptor<?> implementation) {
    List<RouterGrants.Grant> grants = new ArrayList<>();
    boolean random = false;
    for (int index = 0; index < implementation.dependencies().size(); index++) {
      grants.add(grant(component, implementation, index));
      random |= implementation.dependencies().get(index).type() == RandomSource.class;
    }
    return new RouterGrants(grants, random, options.limits());
  }

  private RouterGrants.Grant grant(
      String component, ImplementationDescriptor<?> implementation, int index) {
    Dependency dependency = implementation.dependencies().get(index);
    Class<?> type = dependency.type();
    if (dependency.optional() && !present(type)) return new RouterGrants.Absent();
    return switch (dependency.kind()) {
      case COMPONENT -> new RouterGrants.Component<>(router.edge(component, descriptor(type)));
      case SETTINGS ->
          new RouterGrants.Capability<>(
              new Settings_Descriptor(), new MapSettings(options.component(component).settings()));
      case CAPABILITY -> capability(component, implementation, index, type);
      case BEAN -> throw new IllegalStateException(type.getName() + " is left to Spring");
    };
  }

  private RouterGrants.Grant capability(
      String component, ImplementationDescriptor<?> implementation, int index, Class<?> type) {
    if (type == InstantSource.class) {
      return new RouterGrants.Clock(capability(component, InstantSource.class));
    }
    if (publishes(type)) {
      return new RouterGrants.Capability<>(
          new EncodedEventPublisher_Descriptor(),
          EncodedEventPublisher.class.cast(publisher(component, implementation, index)));
    }
    return implementation.capabilities().stream()
        .filter(descriptor -> descriptor.type() == type)
        .findFirst()
        .map(descriptor -> encoded(component, descriptor))
        .orElseThrow();
  }

  private <C> RouterGrants.Grant encoded(String component, ComponentDescriptor<C> descriptor) {
    return new RouterGrants.Capability<>(descriptor, capability(component, descriptor.type()));
  }

  private boolean present(Class<?> type) {
    return components.containsKey(type) || (capabilities.containsKey(type) && granted.test(type));
  }

  private boolean publishes(Class<?> type) {
    return type == EventPublisher.class && !capabilities.containsKey(type);
  }

  /** What publishes the events that a parameter of the constructor stands for. */
  EventPublisher<?> publisher(
      String component, ImplementationDescriptor<?> implementation, int index) {
    return events.get().publisher(component, implementation, index);
  }

  private SettingValues settings(String component) {
    return new SettingValues(options.component(component).settings());
  }

  @SuppressWarnings("unchecked") // descriptors are kept under their own type
  <C> ComponentDescriptor<C> descriptor(Class<C> type) {
    ComponentDescriptor<?> component = components.get(type);
    if (component == null) {
      throw new IllegalArgumentException(type.getName() + " is not a component of the application");
    }
    return (ComponentDescriptor<C>) component;
  }
}
