package dev.heddle.sandbox.endive;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.engine.GuestTrapException.Reason;
import dev.heddle.sandbox.module.Meter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

/** An instance of the runtime with its meter, and the calls into it. */
final class GuestRuntime {
  private static final int MOST_PAGES = 4_096;
  private static final int METER_GLOBALS = 3;

  private final Instance instance;
  private final MeteredMemory memory;

  private GuestRuntime(EndiveModule module, Function<MeteredMemory, ImportValues.Builder> imports) {
    WasmModule parsed = module.parsed();
    memory = new MeteredMemory(limits(parsed), module.types());
    ImportValues.Builder values = imports.apply(memory);
    MemoryImport imported = importedMemory(parsed);
    if (imported != null) {
      values.addMemory(new ImportMemory(imported.module(), imported.name(), memory));
    }
    int globals = parsed.globalSection().globalCount();
    instance =
        Instance.builder(parsed)
            .withMachineFactory(module::machine)
            .withMemoryFactory(limits -> memory)
            .withTableFactory(GuestRuntime::table)
            .withGlobalFactory(new Globals(memory, globals - METER_GLOBALS)::create)
            .withImportValues(values.build())
            .withStart(false)
            .build();
    module.begin(instance, memory);
  }

  /** A table of its own: the runtime keeps how far one has grown in the module's description. */
  private static TableInstance table(Table table, int initialValue) {
    TableLimits limits = table.limits();
    TableLimits own = new TableLimits(limits.min(), limits.max());
    return new TableInstance(new Table(table.elementType(), own), initialValue);
  }

  /** Makes an instance, or tells why not as of any other end of a guest. */
  static GuestRuntime of(
      EndiveModule module, Function<MeteredMemory, ImportValues.Builder> imports) {
    try {
      return new GuestRuntime(module, imports);
    } catch (HostFailure e) {
      throw e.failure();
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      throw trap(Reason.TRAP, String.valueOf(e.getMessage()), e);
    }
  }

  private static MemoryLimits limits(WasmModule module) {
    MemoryImport imported = importedMemory(module);
    MemoryLimits declared =
        imported != null
            ? imported.limits()
            : module.memorySection().orElseThrow().getMemory(0).limits();
    int least = declared.initialPages();
    return new MemoryLimits(least, Math.clamp(declared.maximumPages(), least, MOST_PAGES));
  }

  private static @Nullable MemoryImport importedMemory(WasmModule module) {
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import each = module.importSection().getImport(i);
      if (each instanceof MemoryImport memory) return memory;
    }
    return null;
  }

  MeteredMemory memory() {
    return memory;
  }

  void refill(Budget budget) {
    memory.refill(budget);
  }

  /** Makes code that runs end soon. For any thread. */
  void stop() {
    memory.stop();
  }

  /** The index of an exported function, -1 if there is none. */
  int export(String name) {
    var exports = instance.module().exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      Export each = exports.getExport(i);
      if (each.exportType() == ExternalType.FUNCTION && each.name().equals(name)) {
        return each.index();
      }
    }
    return -1;
  }

  /** Calls a function that passes only numbers. */
  long[] call(int function, long... arguments) {
    try {
      long[] results = instance.getMachine().call(function, arguments);
      return results == null ? new long[0] : results;
    } catch (RuntimeException | Error e) {
      throw ended(e);
    }
  }

  /** Calls a function whose last parameter is a reference, and which returns one. */
  @Nullable Object call(int function, long[] numbers, @Nullable Object[] references) {
    try {
      CallResult result = instance.getMachine().callWithRefs(function, numbers, references);
      return requireNonNull(result).refResult(0);
    } catch (RuntimeException | Error e) {
      throw ended(e);
    }
  }

  /** Calls the function that answers calls. */
  @Nullable Object call(GuestEntry entry, int method, Object request) {
    try {
      return entry.invoke(method, request, memory, instance);
    } catch (RuntimeException | Error e) {
      throw ended(e);
    }
  }

  private String uncaught(WasmException thrown) {
    int message = export("teavm.exceptionMessage");
    return new GuestExceptions(instance, memory, message).message(thrown);
  }

  private RuntimeException ended(Throwable e) {
    return switch (e) {
      case HostFailure host -> host.failure();
      case WasmInterruptedException _ -> trap(Reason.INTERRUPTED, "interrupted", e);
      case WasmException thrown ->
          trap(Reason.TRAP, "an exception that it does not catch" + uncaught(thrown), e);
      case OutOfMemoryError _ -> trap(Reason.HEAP, "no memory left", e);
      case StackOverflowError _ -> trap(Reason.STACK, "no stack left", e);
      case Error error -> throw error;
      default ->
          e.getCause() instanceof StackOverflowError
              ? trap(Reason.STACK, "no stack left", e)
              : trap(Reason.TRAP, String.valueOf(e.getMessage()), e);
    };
  }

  private static GuestTrapException trap(Reason reason, String message, Throwable cause) {
    return new GuestTrapException(reason, message, cause);
  }

  /** Puts the meter in the place of the last globals. */
  private static final class Globals {
    private final MeteredMemory memory;
    private final int meter;
    private int next;

    Globals(MeteredMemory memory, int meter) {
      this.memory = memory;
      this.meter = meter;
    }

    GlobalInstance create(
        long value,
        long high,
        run.endive.wasm.types.ValType type,
        run.endive.wasm.types.MutabilityType mutability) {
      int index = next++;
      if (index >= meter) return new MeterGlobal(memory, Meter.Global.values()[index - meter]);
      return GlobalInstance.builder()
          .valueLow(value)
          .valueHigh(high)
          .valType(type)
          .mutabilityType(mutability)
          .build();
    }
  }
}
