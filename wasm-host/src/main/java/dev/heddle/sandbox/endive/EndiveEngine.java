package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.objects.ObjectInstructions;
import dev.heddle.sandbox.endive.objects.ObjectTypes;
import dev.heddle.sandbox.endive.objects.StructClasses;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;

/** Compiles modules with Endive to class files, and keeps those in a cache. */
public final class EndiveEngine implements WasmEngine {
  private static final String RUNTIME = run.endive.wasm.Version.version();

  private final Optional<CompiledCache> cache;
  private final AtomicLong compilations = new AtomicLong();

  /** An engine with a cache, or without. */
  public EndiveEngine(Optional<CompiledCache> cache) {
    this.cache = cache;
  }

  @Override
  public long compilations() {
    return compilations.get();
  }

  @Override
  public CompiledModule load(GuestModule module, GuestAbi abi, String digest) {
    try {
      CompiledForm compiled = compiled(module, abi, key(digest));
      return new EndiveModule(module, abi, Parser.parse(compiled.module()), compiled);
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      throw new InvalidModuleException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Everything that decides how a module is compiled. */
  private static String key(String digest) {
    return String.join(
        " ",
        digest,
        "rewriter-" + GuestModule.REWRITER_VERSION,
        "code-" + GuestCode.VERSION,
        "endive-" + RUNTIME,
        "jdk-" + Runtime.version(),
        System.getProperty("java.vendor", ""));
  }

  private CompiledForm compiled(GuestModule module, GuestAbi abi, String key) {
    Optional<byte[]> cached = cache.flatMap(each -> each.get(key));
    if (cached.isPresent()) return CompiledForm.of(cached.get());
    CompiledForm compiled = compile(module, abi);
    cache.ifPresent(each -> each.put(key, compiled.toBytes()));
    return compiled;
  }

  private CompiledForm compile(GuestModule module, GuestAbi abi) {
    compilations.incrementAndGet();
    byte[] metered = module.metered();
    WasmModule parsed = Parser.parse(metered);
    ObjectTypes types = new ObjectTypes(parsed.typeSection(), messageType(parsed));
    CompilerResult result =
        Compiler.builder(parsed)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(CompiledClasses::new)
            .build()
            .compile();
    Set<Integer> interpreted = result.interpretedFunctions();
    if (types.any()) refuseInterpreted(module, interpreted);
    GuestCode code =
        new GuestCode(
            module.meterGlobal(),
            module.functionsThatStop(),
            interpreted.isEmpty(),
            new ObjectInstructions(types));
    Map<String, byte[]> classes = new LinkedHashMap<>();
    result.classBytes().forEach((name, bytes) -> classes.put(name, code.changed(bytes)));
    int invoke = export(parsed, "heddle_invoke");
    if (abi == GuestAbi.JAVA_1 && invoke >= 0) {
      String entry = EntryClass.name(result.collector().mainClassName());
      classes.put(entry, EntryClass.generate(entry, invoke, classes));
    }
    InitialObjects initial = InitialObjects.of(parsed);
    classes.putAll(StructClasses.generate(types, initial.types(false), initial.types(true)));
    byte[] kept = interpreted.isEmpty() ? GuestModule.withoutCode(metered) : metered;
    return new CompiledForm(result.collector().mainClassName(), classes, kept);
  }

  /** The interpreter has objects of its own, which compiled code does not know. */
  private static void refuseInterpreted(GuestModule module, Set<Integer> functions) {
    if (functions.isEmpty()) return;
    Map<Integer, String> names = module.functionNames();
    throw new IllegalArgumentException(
        functions.stream()
            .sorted()
            .map(each -> names.getOrDefault(each, "function " + each))
            .collect(
                Collectors.joining(
                    ", ", "code that is too long for a method of the JVM; make it shorter: ", "")));
  }

  /** The type of what a Java guest's {@code heddle_new} returns. */
  private static int messageType(WasmModule module) {
    int function =
        export(module, "heddle_new") - module.importSection().count(ExternalType.FUNCTION);
    if (function < 0) return -1;
    var results = module.functionSection().getFunctionType(function, module.typeSection());
    return results.returns().isEmpty() ? -1 : results.returns().getFirst().typeIdx();
  }

  /** The index of an exported function, -1 if there is none. */
  private static int export(WasmModule module, String name) {
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      Export each = module.exportSection().getExport(i);
      boolean function = each.exportType() == ExternalType.FUNCTION;
      if (function && each.name().equals(name)) return each.index();
    }
    return -1;
  }
}
