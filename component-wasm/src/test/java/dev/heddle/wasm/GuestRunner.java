package dev.heddle.wasm;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.CallResult;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.runtime.WasmStruct;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.Value;

/** Runs a module, as far as tests need it. What a module must not ask for fails. */
final class GuestRunner {
  private static final int PAGES = 16;

  private final WasmModule module;
  private final Instance instance;
  private LongSupplier nanos = () -> 0;
  private LongSupplier entropy = () -> 0;
  private Call call =
      (target, method, request) -> {
        throw new AssertionError("called " + target + "." + method);
      };

  interface Call {
    byte[] call(int target, int method, byte[] request);
  }

  GuestRunner(byte[] content) {
    module = Parser.parse(BlockTypeFix.apply(content));
    ImportValues.Builder imports = ImportValues.builder();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      switch (module.importSection().getImport(i)) {
        case MemoryImport memory ->
            imports.addMemory(
                new ImportMemory(
                    memory.module(),
                    memory.name(),
                    new ByteArrayMemory(new MemoryLimits(memory.limits().initialPages(), PAGES))));
        case GlobalImport global ->
            imports.addGlobal(
                new ImportGlobal(
                    global.module(),
                    global.name(),
                    new GlobalInstance(
                        Value.i32(global.name().equals("heapOffset") ? 4096 : PAGES * 65536))));
        case FunctionImport function -> {
          String name = function.module() + "." + function.name();
          imports.addFunction(
              new HostFunction(
                  function.module(),
                  function.name(),
                  (FunctionType) module.typeSection().getType(function.typeIndex()),
                  handle(name)));
        }
        default -> throw new IllegalStateException("an import of another kind");
      }
    }
    instance =
        Instance.builder(module)
            .withMachineFactory(MachineFactoryCompiler.compile(module))
            .withImportValues(imports.build())
            .withStart(true)
            .build();
  }

  GuestRunner calls(Call answers) {
    call = answers;
    return this;
  }

  GuestRunner nanos(LongSupplier source) {
    nanos = source;
    return this;
  }

  GuestRunner entropy(LongSupplier source) {
    entropy = source;
    return this;
  }

  /** Constructs the component. */
  GuestRunner start() {
    instance.export("heddle_start").apply();
    return this;
  }

  byte[] invoke(int method, byte[] request) {
    CallResult result =
        instance
            .export("heddle_invoke")
            .applyWithRefs(new long[] {method, 0}, new Object[] {null, bytes(request)});
    return bytes((WasmStruct) result.refResult(0));
  }

  private WasmStruct bytes(byte[] content) {
    CallResult made =
        instance.export("heddle_new").applyWithRefs(new long[] {content.length}, new Object[1]);
    WasmStruct struct = (WasmStruct) made.refResult(0);
    long[] elements = elements(struct).elements();
    for (int i = 0; i < content.length; i++) elements[i] = content[i] & 0xff;
    return struct;
  }

  private static byte[] bytes(WasmStruct struct) {
    long[] elements = elements(struct).elements();
    byte[] content = new byte[elements.length];
    for (int i = 0; i < content.length; i++) content[i] = (byte) elements[i];
    return content;
  }

  private static WasmArray elements(WasmStruct struct) {
    for (int i = 0; i < struct.fieldCount(); i++) {
      if (struct.fieldRef(i) instanceof WasmArray array) return array;
    }
    throw new IllegalStateException("no array");
  }

  private WasmFunctionHandle handle(String name) {
    return switch (name) {
      case "teavmMath.sqrt" -> mathematical(Math::sqrt);
      case "teavmMath.log" -> mathematical(Math::log);
      case "heddle.trace" -> (_, _) -> new long[] {0};
      case "heddle.nanos" -> (_, _) -> new long[] {nanos.getAsLong()};
      case "heddle.entropy" -> (_, _) -> new long[] {entropy.getAsLong()};
      case "heddle.call" ->
          references(
              (numbers, objects) ->
                  bytes(
                      call.call(
                          (int) numbers[0], (int) numbers[1], bytes((WasmStruct) objects[2]))));
      default ->
          (_, _) -> {
            throw new AssertionError("asked for " + name);
          };
    };
  }

  private static WasmFunctionHandle mathematical(DoubleUnaryOperator function) {
    return (_, arguments) ->
        new long[] {
          Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(arguments[0])))
        };
  }

  private interface References {
    @Nullable Object apply(long[] numbers, Object[] objects);
  }

  private static WasmFunctionHandle references(References function) {
    return new WasmFunctionHandle() {
      @Override
      public long[] apply(Instance caller, long... numbers) {
        throw new IllegalStateException("called without references");
      }

      @Override
      public CallResult applyWithRefs(Instance caller, long[] numbers, Object[] objects) {
        return CallResult.of(new long[1], new Object[] {function.apply(numbers, objects)});
      }
    };
  }
}
