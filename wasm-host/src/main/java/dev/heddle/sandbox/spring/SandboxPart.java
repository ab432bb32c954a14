package dev.heddle.sandbox.spring;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.core.spring.ReplicaPart;
import dev.heddle.sandbox.WasmSandbox;
import dev.heddle.sandbox.admission.AdmissionProcess;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;

/** The sandbox of a replica. */
public final class SandboxPart implements ReplicaPart<Sandbox> {

  /** Found by {@link java.util.ServiceLoader}. */
  public SandboxPart() {}

  @Override
  public Class<Sandbox> type() {
    return Sandbox.class;
  }

  @Override
  public Sandbox make(HeddleProperties heddle, Binder binder) {
    return sandbox(heddle);
  }

  static Sandbox sandbox(HeddleProperties heddle) {
    Path directory =
        Optional.ofNullable(heddle.sandbox().cacheDirectory())
            .orElseGet(CompiledCache::usersOwn)
            .toAbsolutePath();
    return new WasmSandbox(
        new EndiveEngine(Optional.of(CompiledCache.standard(directory))),
        Optional.of(new AdmissionProcess(Optional.of(directory), AdmissionProcess.PATIENCE)));
  }
}
