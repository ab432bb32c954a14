package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.StructClasses;
import dev.heddle.sandbox.endive.objects.StructFactory;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.HostFunctions;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;

/** A module and the class that runs it. */
final class EndiveModule implements CompiledModule {
  private final GuestAbi abi;
  private final OptionalInt start;
  private final int dataBytes;
  private final byte[] names;
  private final WasmModule parsed;
  private final MethodHandle constructor;
  private final GuestTypes types;
  private final StructFactory structs;
  private final Optional<GuestEntry> entry;
  private final InitialObjects initial;

  EndiveModule(GuestAbi abi, CompiledForm compiled) {
    this.abi = abi;
    this.start = compiled.start();
    this.dataBytes = compiled.dataBytes();
    this.names = compiled.names();
    this.parsed = UncheckedParser.parse(compiled.module());
    GuestClassLoader loader = new GuestClassLoader(compiled.classes());
    this.constructor = constructor(loader, compiled.mainClass());
    this.structs = made(loader, StructClasses.factory(compiled.packageName()), StructFactory.class);
    String entryClass = EntryClass.name(compiled.mainClass());
    this.entry =
        compiled.classes().containsKey(entryClass)
            ? Optional.of(made(loader, entryClass, GuestEntry.class))
            : Optional.empty();
    this.initial = InitialObjects.of(parsed);
    this.types = new GuestTypes(parsed);
  }

  private static MethodHandle constructor(GuestClassLoader loader, String mainClass) {
    try {
      Class<?> type = loader.loadClass(mainClass);
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, Instance.class))
          .asType(MethodType.methodType(Machine.class, Instance.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T made(GuestClassLoader loader, String name, Class<T> type) {
    try {
      return type.cast(loader.loadClass(name).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives an instance's globals their first values, where compiled code looks for them. */
  void begin(Instance instance, MeteredMemory memory) {
    int count =
        parsed.importSection().count(ExternalType.GLOBAL) + parsed.globalSection().globalCount();
    long[] numbers = new long[count];
    @Nullable Object[] references = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = instance.global(i).getValue();
      references[i] = instance.global(i).getRefValue();
    }
    initial.put(numbers, references, structs);
    memory.begin(numbers, references);
  }

  @Override
  public GuestInstance instantiate(HostFunctions host) {
    return switch (abi) {
      case JAVA_1 -> new JavaInstance(this, host);
      case LINEAR_1 -> new LinearInstance(this, host);
    };
  }

  /** The function that is to run before all others. */
  OptionalInt start() {
    return start;
  }

  /** How many bytes of its memory a Java guest's own data take: its heap begins behind them. */
  int dataBytes() {
    return dataBytes;
  }

  /** Whether functions have names. */
  boolean hasNames() {
    return names.length > 0;
  }

  /** Names of functions by their index. */
  Map<Integer, String> names() {
    return GuestModule.functionNames(names);
  }

  /** What is known of its types. */
  GuestTypes types() {
    return types;
  }

  /** The way into a guest in Java. */
  GuestEntry entry() {
    return entry.orElseThrow();
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
