package dev.heddle.sandbox.endive;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;

/** An instance of a module that TeaVM made. */
final class JavaInstance implements GuestInstance {
  private final GuestRuntime runtime;
  private final EndiveModule module;
  private final HostFunctions host;
  private final JavaImports imports;
  private final int open;
  private final int next;
  private final int close;
  private final int pull;
  private final int cancel;
  private @Nullable Messages messages;

  JavaInstance(EndiveModule module, HostFunctions host) {
    this.module = module;
    this.host = host;
    imports = new JavaImports(module, host);
    runtime = GuestRuntime.of(module, imports::values);
    open = runtime.export("heddle_open");
    next = runtime.export("heddle_next");
    close = runtime.export("heddle_close");
    pull = runtime.export("heddle_pull");
    cancel = runtime.export("heddle_cancel");
  }

  @Override
  public void start() {
    if (module.start().isPresent()) runtime.call(module.start().getAsInt());
    Object empty = runtime.call(runtime.export("heddle_new"), new long[1], new @Nullable Object[1]);
    messages = new Messages(requireNonNull(empty), runtime.memory(), host);
    imports.exchange(messages);
    runtime.call(runtime.export("heddle_start"));
  }

  private Messages messages() {
    return requireNonNull(messages, "the guest has not started");
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
    return messages().read(runtime.call(module.entry(), method, messages().create(request)));
  }

  @Override
  public byte @Nullable [] open(int stream, int method, byte[] request) {
    return messages()
        .readOrNull(
            runtime.call(
                open,
                new long[] {stream, method, 0},
                new @Nullable Object[] {null, null, messages().create(request)}));
  }

  @Override
  public byte @Nullable [] next(int stream) {
    return messages().readOrNull(reference(next, stream));
  }

  @Override
  public void close(int stream) {
    runtime.call(close, stream);
  }

  @Override
  public byte @Nullable [] pull(int call) {
    return messages().readOrNull(reference(pull, call));
  }

  @Override
  public void cancel(int call) {
    runtime.call(cancel, call);
  }

  private @Nullable Object reference(int function, int argument) {
    return runtime.call(function, new long[] {argument}, new @Nullable Object[1]);
  }
}
