package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.Compiler;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

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
      WasmModule parsed = Parser.parse(module.metered());
      CompiledForm compiled = compiled(module, parsed, key(digest));
      return new EndiveModule(module, abi, parsed, compiled);
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
        "access-" + MeterAccess.VERSION,
        "endive-" + RUNTIME,
        "jdk-" + Runtime.version(),
        System.getProperty("java.vendor", ""));
  }

  private CompiledForm compiled(GuestModule module, WasmModule parsed, String key) {
    Optional<byte[]> cached = cache.flatMap(each -> each.get(key));
    if (cached.isPresent()) return CompiledForm.of(cached.get());
    CompiledForm compiled = compile(module, parsed);
    cache.ifPresent(each -> each.put(key, compiled.toBytes()));
    return compiled;
  }

  private CompiledForm compile(GuestModule module, WasmModule parsed) {
    compilations.incrementAndGet();
    MeterAccess meter =
        new MeterAccess(module.meterGlobal(), new ObjectAccess(parsed.typeSection()));
    var classes =
        Compiler.builder(parsed)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(() -> new CompiledClasses(meter::transform))
            .build()
            .compile()
            .collector();
    return new CompiledForm(classes.mainClassName(), classes.classBytes());
  }
}
