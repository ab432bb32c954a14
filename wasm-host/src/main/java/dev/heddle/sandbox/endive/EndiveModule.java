package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.HostFunctions;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.WasmModule;

/** A module and the class that runs it. */
final class EndiveModule implements CompiledModule {
  private final GuestModule module;
  private final GuestAbi abi;
  private final WasmModule parsed;
  private final MethodHandle constructor;
  private final Map<Integer, String> names;
  private final GuestTypes types;

  EndiveModule(GuestModule module, GuestAbi abi, WasmModule parsed, CompiledForm compiled) {
    this.module = module;
    this.abi = abi;
    this.parsed = parsed;
    this.constructor = constructor(compiled);
    this.names = module.functionNames();
    this.types = new GuestTypes(parsed);
  }

  private static MethodHandle constructor(CompiledForm compiled) {
    try {
      Class<?> type = new GuestClassLoader(compiled.classes()).loadClass(compiled.mainClass());
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, Instance.class))
          .asType(MethodType.methodType(Machine.class, Instance.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public GuestInstance instantiate(HostFunctions host) {
    return switch (abi) {
      case JAVA_1 -> new JavaInstance(this, host);
      case LINEAR_1 -> new LinearInstance(this, host);
    };
  }

  GuestModule module() {
    return module;
  }

  /** Names of functions by their index. */
  Map<Integer, String> names() {
    return names;
  }

  /** What is known of its types. */
  GuestTypes types() {
    return types;
  }

  WasmModule parsed() {
    return parsed;
  }

  Machine machine(Instance instance) {
    try {
      return (Machine) constructor.invokeExact(instance);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
