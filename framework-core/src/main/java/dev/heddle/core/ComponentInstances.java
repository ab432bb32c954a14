package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.WireLimits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The implementations in this process, each made when it is first needed. */
final class ComponentInstances {
  private record Instance<C>(Target.Local<C> local, Target.Copied<C> copied) {}

  private final Map<String, Supplier<?>> makers;
  private final WireLimits limits;
  private final Map<String, Instance<?>> instances = new ConcurrentHashMap<>();
  private final ReentrantLock making = new ReentrantLock();

  ComponentInstances(Map<String, Supplier<?>> makers, WireLimits limits) {
    this.makers = Map.copyOf(makers);
    this.limits = limits;
  }

  /** The way to the implementation of a component. */
  <C> Target<C> target(ComponentDescriptor<C> component, boolean copied) {
    Instance<C> instance = instance(component);
    return copied ? instance.copied() : instance.local();
  }

  @SuppressWarnings("unchecked") // makers are registered under their component's name
  private <C> Instance<C> instance(ComponentDescriptor<C> component) {
    Instance<C> known = (Instance<C>) instances.get(component.name());
    if (known != null) return known;
    Supplier<C> maker = (Supplier<C>) makers.get(component.name());
    if (maker == null) {
      throw new IllegalStateException(component.name() + " has no implementation here");
    }
    making.lock();
    try {
      Instance<C> earlier = (Instance<C>) instances.get(component.name());
      if (earlier != null) return earlier;
      C implementation = maker.get();
      Instance<C> made =
          new Instance<>(
              new Target.Local<>(implementation),
              new Target.Copied<>(component.skeleton(implementation), limits));
      instances.put(component.name(), made);
      return made;
    } finally {
      making.unlock();
    }
  }
}
