package dev.heddle.sandbox.endive;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.endive.Imported.Body;
import dev.heddle.sandbox.engine.HostFunctions;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportValues;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.Value;

/**
 * What a Java guest imports: Heddle's functions here, those of TeaVM's library in {@link TeaVm}.
 */
final class JavaImports {
  private static final int PAGE_BYTES = 65_536;
  private static final int ALIGNMENT = 16;

  private final EndiveModule module;
  private final HostFunctions host;
  private final TeaVm library;
  private final Traces traces;
  private @Nullable Messages messages;

  JavaImports(EndiveModule module, HostFunctions host) {
    this.module = module;
    this.host = host;
    this.library = new TeaVm(host);
    this.traces = new Traces(module);
  }

  /** From now on there are messages to exchange. */
  void exchange(Messages known) {
    messages = known;
  }

  ImportValues.Builder values(MeteredMemory memory) {
    library.spendFrom(memory);
    WasmModule parsed = module.parsed();
    ImportValues.Builder values = ImportValues.builder();
    for (int i = 0; i < parsed.importSection().importCount(); i++) {
      Import each = parsed.importSection().getImport(i);
      if (each instanceof GlobalImport) values.addGlobal(global(each, memory));
      if (each instanceof FunctionImport function) {
        values.addFunction(function(each, parsed.typeSection().getType(function.typeIndex())));
      }
    }
    return values;
  }

  /** Where the guest's own heap in its memory begins, and how large the memory may become. */
  private ImportGlobal global(Import each, MeteredMemory memory) {
    int value =
        switch (each.name()) {
          case "heapOffset" -> (module.dataBytes() + ALIGNMENT - 1) & -ALIGNMENT;
          case "maxSize" -> memory.maximumPages() * PAGE_BYTES;
          default -> throw new IllegalArgumentException("no global " + each.name());
        };
    GlobalInstance global = GlobalInstance.builder().value(Value.i32(value)).build();
    return new ImportGlobal(each.module(), each.name(), global);
  }

  private HostFunction function(Import each, FunctionType type) {
    String name = each.module() + "." + each.name();
    Body body = each.module().equals("heddle") ? ours(each.name()) : library.function(name);
    return new HostFunction(
        each.module(), each.name(), type, new Imported(body, type.hasObjectRefReturns()));
  }

  private Body ours(String name) {
    return switch (name) {
      case "call" ->
          (numbers, references) ->
              messages()
                  .create(
                      host.call(
                          (int) numbers[0], (int) numbers[1], messages().read(references[2])));
      case "present" -> (numbers, _) -> host.present((int) numbers[0]) ? 1L : 0L;
      case "instant" -> (numbers, _) -> host.instant((int) numbers[0]);
      case "nanos" -> (_, _) -> host.nanos();
      case "trace" -> (_, _) -> traces.take();
      case "frames" -> (numbers, _) -> messages().createOrNull(traces.frames((int) numbers[0]));
      case "entropy" -> (_, _) -> host.entropy();
      case "open" ->
          (numbers, references) ->
              messages()
                  .createOrNull(
                      host.open(
                          (int) numbers[0],
                          (int) numbers[1],
                          messages().read(references[2]),
                          (int) numbers[3]));
      case "next" -> (numbers, _) -> messages().createOrNull(host.next((int) numbers[0]));
      case "take" -> (numbers, _) -> messages().createOrNull(host.take((int) numbers[0]));
      case "close" ->
          (numbers, _) -> {
            host.close((int) numbers[0]);
            return null;
          };
      case "untake" ->
          (numbers, _) -> {
            host.untake((int) numbers[0]);
            return null;
          };
      default -> throw new IllegalArgumentException("no function " + name);
    };
  }

  private Messages messages() {
    return requireNonNull(messages, "the guest calls before it has started");
  }
}
