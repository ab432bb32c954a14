package dev.heddle.test;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes every call of a sandboxable component of one application to the file that {@code
 * -Dheddle.record-calls} names, behind what it holds, for {@link SandboxDifference#recorded}. Calls
 * of methods with streams are left out. Safe for use by many threads.
 */
public final class CallRecorder {
  private static final String PROPERTY = "heddle.record-calls";

  private final Path file;

  private CallRecorder(Path file) {
    this.file = file;
    write(RecordedCalls.SESSION);
  }

  /** One for a new application, if calls are to be recorded. */
  public static Optional<CallRecorder> begin() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .filter(file -> !file.isEmpty())
        .map(file -> new CallRecorder(Path.of(file)));
  }

  /**
   * Has an application's components recorded that are made of the catalog.
   *
   * @param runtime what is built; asked for when the components are made
   */
  public void watch(
      ComponentCatalog catalog, HeddleRuntimeBuilder builder, Supplier<HeddleRuntime> runtime) {
    for (ImplementationDescriptor<?> implementation : catalog.implementations()) {
      if (implementation.runtime() == Runtime.WASM) {
        watch(catalog, builder, runtime, implementation);
      }
    }
  }

  @SuppressWarnings("unchecked") // a component's descriptor is of its type
  private <C> void watch(
      ComponentCatalog catalog,
      HeddleRuntimeBuilder builder,
      Supplier<HeddleRuntime> runtime,
      ImplementationDescriptor<C> implementation) {
    ComponentDescriptor<C> component =
        (ComponentDescriptor<C>)
            catalog.components().stream()
                .filter(it -> it.type() == implementation.component())
                .findFirst()
                .orElseThrow();
    builder.bean(
        implementation,
        () -> {
          C made =
              implementation.create(runtime.get().dependencies(component.name(), implementation));
          return component.stub(new Recording<>(component.name(), made));
        });
  }

  private synchronized void write(String line) {
    try {
      if (file.getParent() != null) Files.createDirectories(file.getParent());
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException("calls cannot be recorded in " + file, failure);
    }
  }

  /** On the way to an implementation. */
  private final class Recording<C> implements Edge<C> {
    private final String component;
    private final C implementation;

    Recording(String component, C implementation) {
      this.component = component;
      this.implementation = implementation;
    }

    @Override
    public CallCounter counter(MethodDescriptor method) {
      return new CallCounter(component, method.name(), nanos -> {});
    }

    @Override
    public <R> R call(Invocation<C, R> invocation) throws Exception {
      ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
      invocation.writeRequest(request);
      write(RecordedCalls.line(component, invocation.method().name(), request.toByteArray()));
      return invocation.invoke(implementation);
    }

    @Override
    public <R> R stream(StreamInvocation<C, R> invocation) throws Exception {
      return invocation.invoke(implementation);
    }
  }
}
