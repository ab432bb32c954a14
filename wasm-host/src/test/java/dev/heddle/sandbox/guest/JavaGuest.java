package dev.heddle.sandbox.guest;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestHost;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.sandbox.GuestGrants;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SandboxedComponentSpecification;
import dev.heddle.sandbox.WasmSandbox;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.ModuleLimits;
import dev.heddle.sandbox.pool.PooledComponent;
import dev.heddle.sandbox.pool.Watchdog;
import dev.heddle.wasm.Fixture;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A component that a test writes, on the JVM and in the sandbox. */
final class JavaGuest implements AutoCloseable {
  private final URLClassLoader loader;
  private final ComponentDescriptor<?> component;
  private final ImplementationDescriptor<?> implementation;
  private final byte[] module;
  private final Watchdog watchdog = new Watchdog();

  private JavaGuest(Fixture fixture, String component, String implementation) throws Exception {
    this.loader = fixture.loader();
    this.component = (ComponentDescriptor<?>) made(component + "_Descriptor");
    this.implementation = (ImplementationDescriptor<?>) made(implementation + "_Implementation");
    this.module = Files.readAllBytes(fixture.module(implementation));
  }

  /** Compiles sources, and makes the module of one implementation among them. */
  static JavaGuest of(Path folder, String component, String implementation, String... sources)
      throws Exception {
    Fixture fixture = new Fixture(folder).compile(sources);
    fixture.build();
    return new JavaGuest(fixture, component, implementation);
  }

  private Object made(String type) throws ReflectiveOperationException {
    return loader.loadClass(type).getConstructor().newInstance();
  }

  byte[] module() {
    return module.clone();
  }

  ImplementationDescriptor<?> implementation() {
    return implementation;
  }

  /** An application of this component alone, with its module. */
  HeddleRuntimeBuilder application() {
    return HeddleRuntime.builder(new ComponentCatalog(List.of(component), List.of(implementation)))
        .sandbox(new WasmSandbox(new EndiveEngine(Optional.empty()), Optional.empty()));
  }

  /** The component as an application has it. */
  Object in(HeddleRuntime application) {
    return application.component("Test", component.type());
  }

  String name() {
    return component.name();
  }

  /** A pool of instances. */
  PooledComponent open(GuestGrants grants, SandboxLimits limits) {
    GuestModule read = GuestModule.read(module);
    List<?> problems = read.problems(ModuleLimits.DEFAULT, GuestAbi.JAVA_1, Set.of());
    if (!problems.isEmpty()) throw new AssertionError(problems);
    return new PooledComponent(
        new SandboxedComponentSpecification(component, implementation, grants, limits),
        new EndiveEngine(Optional.empty()).compile(read, GuestAbi.JAVA_1, Set.of(), "guest"),
        watchdog);
  }

  /** The component as its callers see it, behind a pool. */
  Object stub(PooledComponent pool) {
    return Guest.component(new Pool(pool), 0, component);
  }

  /** Calls a method of the component by its name; throws what it throws. */
  @Nullable Object call(Object callee, String method, Object... arguments) throws Exception {
    for (Method each : component.type().getMethods()) {
      if (!each.getName().equals(method)) continue;
      try {
        return each.invoke(callee, arguments);
      } catch (InvocationTargetException failure) {
        if (failure.getCause() instanceof Exception thrown) throw thrown;
        throw failure;
      }
    }
    throw new IllegalArgumentException(method);
  }

  @Override
  public void close() throws IOException {
    watchdog.close();
    loader.close();
  }

  /** Takes calls of a stub to a pool. */
  private record Pool(PooledComponent pool) implements GuestHost {
    @Override
    public byte[] call(int target, int method, byte[] request) {
      return pool.invoke(method, request);
    }

    @Override
    public boolean present(int target) {
      return true;
    }

    @Override
    public long instant(int target) {
      throw new UnsupportedOperationException();
    }
  }
}
