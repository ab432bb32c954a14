package dev.heddle.sandbox;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxFactory;
import dev.heddle.sandbox.admission.AdmissionProcess;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sandboxes of tests: many after each other, in one process, of the same modules. */
public final class SharedSandboxFactory implements SandboxFactory {
  private static final WasmEngine ENGINE =
      new Remembering(
          new EndiveEngine(Optional.of(CompiledCache.standard(CompiledCache.usersOwn()))));

  /** Found by its name in {@code META-INF/services}. */
  public SharedSandboxFactory() {}

  @Override
  public Sandbox create() {
    return new WasmSandbox(
        ENGINE,
        Optional.of(
            new AdmissionProcess(
                Optional.of(CompiledCache.usersOwn()), AdmissionProcess.PATIENCE)));
  }

  /** Loads each module once in the life of this process. */
  private static final class Remembering implements WasmEngine {
    private final WasmEngine engine;
    private final Map<String, CompiledModule> loaded = new ConcurrentHashMap<>();

    Remembering(WasmEngine engine) {
      this.engine = engine;
    }

    @Override
    public CompiledModule load(GuestModule module, GuestAbi abi, String digest) {
      return loaded.computeIfAbsent(
          abi.id() + " " + digest, key -> engine.load(module, abi, digest));
    }

    @Override
    public long compilations() {
      return engine.compilations();
    }
  }
}
