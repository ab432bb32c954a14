package dev.heddle.wasm;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Makes one module. */
final class ModuleBuild implements Callable<String> {
  private final ClassPath application;
  private final Candidate candidate;
  private final ModuleFiles files;
  private final BuildRecord record;

  ModuleBuild(ClassPath application, Candidate candidate, ModuleFiles files, BuildRecord record) {
    this.application = application;
    this.candidate = candidate;
    this.files = files;
    this.record = record;
  }

  /** Makes it, and says so. */
  @Override
  public String call() throws IOException {
    long begin = System.nanoTime();
    // Whatever comes now, the old one is not this implementation's any more.
    files.delete();
    GuestCompiler.Compiled compiled =
        CompilerClasses.use(
            classes -> new GuestCompiler(classes, application, candidate).compile());
    byte[] module = compiled.module();
    files.write(candidate, module);
    record.write(candidate, files, compiled.digests());
    return String.format(
        Locale.ROOT,
        "%s: %d KB in %.1f s",
        candidate.label(),
        (module.length + 1023) / 1024,
        (System.nanoTime() - begin) / 1e9);
  }
}
