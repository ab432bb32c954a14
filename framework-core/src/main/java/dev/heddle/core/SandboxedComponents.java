package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.OpenedComponent;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxedComponent;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The components inside this process's sandbox, each opened when it is first needed. */
final class SandboxedComponents implements AutoCloseable {
  private final Optional<Sandbox> sandbox;
  private final Map<String, Supplier<SandboxedComponentSpecification>> specifications;
  private final WireLimits limits;
  private final Map<String, Target.Sandboxed<?>> opened = new ConcurrentHashMap<>();
  private final List<OpenedComponent> watched = new CopyOnWriteArrayList<>();
  private final List<Consumer<OpenedComponent>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, ReentrantLock> opening = new ConcurrentHashMap<>();

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

  /** Opens several at a time: that is mostly computing. */
  void open(List<ComponentDescriptor<?>> components) {
    int threads = Math.min(components.size(), Runtime.getRuntime().availableProcessors());
    if (threads < 2) {
      components.forEach(this::target);
      return;
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> openings = new ArrayList<>();
      for (ComponentDescriptor<?> each : components) {
        openings.add(executor.submit(() -> target(each)));
      }
      openings.forEach(SandboxedComponents::await);
    }
  }

  private static void await(Future<?> opening) {
    try {
      opening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while components were opened", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error failure) throw failure;
      throw new IllegalStateException(e.getCause());
    }
  }

  private Target.Sandboxed<?> open(String component) {
    // One a component: a constructor may call another component, which is opened then; never in a
    // circle.
    ReentrantLock lock = opening.computeIfAbsent(component, name -> new ReentrantLock());
    lock.lock();
    try {
      Target.Sandboxed<?> earlier = opened.get(component);
      if (earlier != null) return earlier;
      Supplier<SandboxedComponentSpecification> specification = specifications.get(component);
      if (sandbox.isEmpty() || specification == null) {
        throw new IllegalStateException(component + " cannot run in a sandbox here");
      }
      long begin = System.nanoTime();
      SandboxedComponent guest = sandbox.get().open(specification.get());
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      Target.Sandboxed<?> made = new Target.Sandboxed<>(guest, limits);
      opened.put(component, made);
      watch(new OpenedComponent(component, took, guest::figures));
      return made;
    } finally {
      lock.unlock();
    }
  }

  /** Lets a component that is called elsewhere now keep as little as possible. */
  void release(String component) {
    Target.Sandboxed<?> known = opened.get(component);
    if (known != null) known.guest().release();
  }

  private void watch(OpenedComponent component) {
    watched.add(component);
    listeners.forEach(each -> each.accept(component));
  }

  /** Tells {@code listener} of every component that has been or will be opened, at least once. */
  void onOpened(Consumer<OpenedComponent> listener) {
    listeners.add(listener);
    watched.forEach(listener);
  }

  @Override
  public void close() {
    sandbox.ifPresent(Sandbox::close);
  }
}
