package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;

/** An instance of a module in another language, whose messages are in its memory. */
final class LinearInstance implements GuestInstance {
  private final GuestRuntime runtime;
  private final EndiveModule module;
  private final LinearImports imports;
  private final LinearMessages messages;
  private final int invoke;

  LinearInstance(EndiveModule module, HostFunctions host) {
    this.module = module;
    imports = new LinearImports(module.parsed(), host);
    runtime = GuestRuntime.of(module, imports::values);
    messages = new LinearMessages(runtime, host);
    imports.exchange(messages);
    invoke = runtime.export("heddle_invoke");
  }

  @Override
  public void start() {
    if (module.start().isPresent()) runtime.call(module.start().getAsInt());
    callIfThere("_initialize");
    callIfThere("heddle_start");
    imports.started();
  }

  private void callIfThere(String name) {
    int function = runtime.export(name);
    if (function >= 0) runtime.call(function);
  }

  @Override
  public void refill(Budget budget) {
    runtime.refill(budget);
  }

  @Override
  public void stop() {
    runtime.stop();
  }

  @Override
  public long fuel() {
    return runtime.memory().fuelLeft();
  }

  @Override
  public long stack() {
    return runtime.memory().stack();
  }

  @Override
  public long bytes() {
    return runtime.memory().bytes;
  }

  @Override
  public byte[] invoke(int method, byte[] request) {
    int pointer = messages.write(request);
    return messages.read(runtime.call(invoke, method, pointer, request.length)[0]);
  }

  @Override
  public byte @Nullable [] open(int stream, int method, byte[] request) {
    throw noStreams();
  }

  @Override
  public byte @Nullable [] next(int stream) {
    throw noStreams();
  }

  @Override
  public void close(int stream) {
    throw noStreams();
  }

  @Override
  public byte @Nullable [] pull(int call) {
    throw noStreams();
  }

  @Override
  public void cancel(int call) {
    throw noStreams();
  }

  private static UnsupportedOperationException noStreams() {
    return new UnsupportedOperationException("modules of the ABI linear-1 have no streams");
  }
}
