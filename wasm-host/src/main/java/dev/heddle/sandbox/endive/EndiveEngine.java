package dev.heddle.sandbox.endive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.objects.ObjectInstructions;
import dev.heddle.sandbox.endive.objects.ObjectTypes;
import dev.heddle.sandbox.endive.objects.StructClasses;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.GuestModule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  /** Of all compiled modules' packages. */
  static final String PACKAGE = "dev.heddle.sandbox.guest.";

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
  public Optional<CompiledModule> compiled(GuestAbi abi, Set<Grant> grants, String digest) {
    return cache
        .flatMap(each -> each.get(key(abi, grants, digest)))
        .map(kept -> new EndiveModule(abi, CompiledForm.of(kept)));
  }

  @Override
  public CompiledModule compile(
      GuestModule module, GuestAbi abi, Set<Grant> grants, String digest) {
    String key = key(abi, grants, digest);
    try {
      CompiledForm compiled = compile(module, abi, packageName(key));
      EndiveModule made = new EndiveModule(abi, compiled);
      cache.ifPresent(each -> each.put(key, compiled.toBytes()));
      return made;
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      throw new InvalidModuleException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Everything that decides whether a module is admitted, and how it is compiled. */
  private static String key(GuestAbi abi, Set<Grant> grants, String digest) {
    return String.join(
        " ",
        digest,
        abi.id(),
        new TreeSet<>(grants).toString(),
        "rules-" + GuestModule.RULES_VERSION,
        "rewriter-" + GuestModule.REWRITER_VERSION,
        "code-" + GuestCode.VERSION,
        "endive-" + RUNTIME,
        "jdk-" + Runtime.version(),
        System.getProperty("java.vendor", ""));
  }

  /**
   * A package for each module: Java keeps classes of an earlier start only if nothing else has
   * their names.
   */
  private static String packageName(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return PACKAGE + "m" + HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  private CompiledForm compile(GuestModule module, GuestAbi abi, String packageName) {
    compilations.incrementAndGet();
    byte[] metered = module.metered();
    WasmModule parsed = Parser.parse(metered);
    ObjectTypes types = new ObjectTypes(packageName, parsed.typeSection(), messageType(parsed));
    CompilerResult result =
        Compiler.builder(parsed)
            .withClassName(packageName + ".Module")
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(CompiledClasses::new)
            .build()
            .compile();
    Set<Integer> interpreted = result.interpretedFunctions();
    if (types.any()) refuseInterpreted(module, interpreted);
    GuestCode code = new GuestCode(module, interpreted.isEmpty(), new ObjectInstructions(types));
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
    return new CompiledForm(
        result.collector().mainClassName(),
        classes,
        kept,
        module.start(),
        module.dataBytes(),
        abi == GuestAbi.JAVA_1 ? module.names() : new byte[0]);
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
