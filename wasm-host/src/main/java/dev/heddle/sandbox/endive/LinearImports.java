package dev.heddle.sandbox.endive;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.endive.Imported.Body;
import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.Import;

/** What a guest in another language imports: Heddle's functions here, WASI's in {@link Wasi}. */
final class LinearImports {
  private final WasmModule module;
  private final HostFunctions host;
  private @Nullable LinearMessages messages;
  private @Nullable Wasi wasi;

  LinearImports(WasmModule module, HostFunctions host) {
    this.module = module;
    this.host = host;
  }

  /** From now on there are messages to exchange. */
  void exchange(LinearMessages known) {
    messages = known;
  }

  /** The component has been constructed. */
  void started() {
    requireNonNull(wasi).started();
  }

  ImportValues.Builder values(MeteredMemory memory) {
    Wasi ofTheLanguage = new Wasi(host, memory);
    wasi = ofTheLanguage;
    ImportValues.Builder values = ImportValues.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import each = module.importSection().getImport(i);
      if (!(each instanceof FunctionImport function)) continue;
      Body body =
          each.module().equals("heddle") ? ours(each.name()) : ofTheLanguage.function(each.name());
      values.addFunction(
          new HostFunction(
              each.module(),
              each.name(),
              module.typeSection().getType(function.typeIndex()),
              new Imported(body, false)));
    }
    return values;
  }

  private Body ours(String name) {
    return switch (name) {
      case "call" -> (numbers, _) -> call(numbers);
      case "present" -> (numbers, _) -> host.present((int) numbers[0]) ? 1L : 0L;
      case "instant" -> (numbers, _) -> host.instant((int) numbers[0]);
      case "nanos" -> (_, _) -> host.nanos();
      case "entropy" -> (_, _) -> host.entropy();
      case "log" ->
          (numbers, _) -> {
            String line = messages().text((int) numbers[1], (int) numbers[2]);
            host.log(Math.clamp((int) numbers[0], 0, 4), line);
            return null;
          };
      default -> throw new IllegalArgumentException("no function " + name);
    };
  }

  private Long call(long[] numbers) {
    byte[] request = messages().read((int) numbers[2], (int) numbers[3]);
    byte[] response = host.call((int) numbers[0], (int) numbers[1], request);
    long pointer = Integer.toUnsignedLong(messages().write(response));
    return pointer << 32 | response.length;
  }

  private LinearMessages messages() {
    return requireNonNull(messages, "the guest calls before it has started");
  }
}
