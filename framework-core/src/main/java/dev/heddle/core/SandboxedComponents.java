package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxFigures;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The components inside this process's sandbox, each opened when it is first needed. */
final class SandboxedComponents implements AutoCloseable {
  private final Optional<Sandbox> sandbox;
  private final Map<String, Supplier<SandboxedComponentSpecification>> specifications;
  private final WireLimits limits;
  private final Map<String, Target.Sandboxed<?>> opened = new ConcurrentHashMap<>();
  private final ReentrantLock opening = new ReentrantLock();

  SandboxedComponents(
      Optional<Sandbox> sandbox,
      Map<String, Supplier<SandboxedComponentSpecification>> specifications,
      WireLimits limits) {
    this.sandbox = sandbox;
    this.specifications = Map.copyOf(specifications);
    this.limits = limits;
  }

  /** The way to a component, which may have to be opened first. */
  @SuppressWarnings("unchecked") // targets are registered under their component's name
  <C> Target<C> target(ComponentDescriptor<C> component) {
    Target.Sandboxed<?> known = opened.get(component.name());
    if (known == null) known = open(component.name());
    return (Target<C>) known;
  }

  private Target.Sandboxed<?> open(String component) {
    opening.lock();
    try {
      Target.Sandboxed<?> earlier = opened.get(component);
      if (earlier != null) return earlier;
      Supplier<SandboxedComponentSpecification> specification = specifications.get(component);
      if (sandbox.isEmpty() || specification == null) {
        throw new IllegalStateException(component + " cannot run in a sandbox here");
      }
      SandboxedComponent guest = sandbox.get().open(specification.get());
      Target.Sandboxed<?> made = new Target.Sandboxed<>(guest, limits);
      opened.put(component, made);
      return made;
    } finally {
      opening.unlock();
    }
  }

  /** Lets a component that is called elsewhere now keep as little as possible. */
  void release(String component) {
    Target.Sandboxed<?> known = opened.get(component);
    if (known != null) known.guest().release();
  }

  /** What was seen of a component, if it was ever opened. */
  Optional<SandboxFigures> figures(String component) {
    return Optional.ofNullable(opened.get(component)).map(target -> target.guest().figures());
  }

  @Override
  public void close() {
    sandbox.ifPresent(Sandbox::close);
  }
}
