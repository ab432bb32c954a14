package dev.heddle.sandbox;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxFactory;
import dev.heddle.sandbox.admission.AdmissionProcess;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.CompiledModule;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.GuestModule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<Identity, CompiledModule> loaded = new ConcurrentHashMap<>();

    private record Identity(GuestAbi abi, Set<Grant> grants, String digest) {
      Identity {
        grants = Set.copyOf(grants);
      }
    }

    Remembering(WasmEngine engine) {
      this.engine = engine;
    }

    @Override
    public Optional<CompiledModule> compiled(GuestAbi abi, Set<Grant> grants, String digest) {
      Identity identity = new Identity(abi, grants, digest);
      return Optional.ofNullable(
          loaded.computeIfAbsent(
              identity, key -> engine.compiled(abi, grants, digest).orElse(null)));
    }

    @Override
    public CompiledModule compile(
        GuestModule module, GuestAbi abi, Set<Grant> grants, String digest) {
      return loaded.computeIfAbsent(
          new Identity(abi, grants, digest), key -> engine.compile(module, abi, grants, digest));
    }

    @Override
    public long compilations() {
      return engine.compilations();
    }
  }
}
