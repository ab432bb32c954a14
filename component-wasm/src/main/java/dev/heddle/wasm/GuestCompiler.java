package dev.heddle.wasm;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.teavm.backend.wasm.WasmGCTarget;
import org.teavm.jso.impl.JSOPlugin;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;
import org.teavm.vm.TeaVMPluginLoader;
import org.teavm.vm.spi.TeaVMPlugin;

/** Compiles one implementation to a module, with TeaVM. For one use. */
final class GuestCompiler {
  /** What the compiler is called in manifests. */
  static final String NAME = "TeaVM 0.15.0";

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Candidate candidate;
  private final CompilerClasses classes;
  private final RecordedFiles files;

  GuestCompiler(CompilerClasses classes, ClassPath application, Candidate candidate) {
    this.classes = classes;
    this.candidate = candidate;
    files =
        new RecordedFiles(
            application,
            Map.of(candidate.entry().replace('.', '/') + ".class", EntryClass.write(candidate)));
  }

  /**
   * A module, and the digests of the application's files that were read for it.
   *
   * @param module WebAssembly
   * @param digests by the name of the file
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once
  record Compiled(byte[] module, SortedMap<String, String> digests) {}

  /**
   * Makes the module.
   *
   * @throws SandboxBuildException if anything of it does not compile
   */
  Compiled compile() {
    TeaVM compiler = compiler();
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    compiler.build(name -> name.endsWith(".wasm") ? module : OutputStream.nullOutputStream(), "x");
    CompilerProblems found = new CompilerProblems(candidate, compiler);
    List<Problem> problems = new ArrayList<>(found.all());
    problems.addAll(found.refusals());
    if (found.all().isEmpty()) {
      problems.addAll(found.ungranted(ModuleImports.of(module.toByteArray())));
    }
    if (!problems.isEmpty()) throw new SandboxBuildException(problems);
    byte[] named = FunctionNames.only(module.toByteArray());
    new HostChecks(candidate).check(named);
    return new Compiled(named, files.digests());
  }

  private TeaVM compiler() {
    TeaVM compiler =
        new TeaVMBuilder(target())
            .setStrict(true)
            .setObfuscated(true)
            .setClassLoader(GuestCompiler.class.getClassLoader())
            .setResourceProvider(files)
            .setReferenceCache(classes.references())
            .setClassSource(classes.with(files))
            .build();
    compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    install(compiler);
    compiler.setEntryPoint(candidate.entry());
    return compiler;
  }

  /** All plugins but the one for JavaScript, which a guest has not. */
  private static void install(TeaVM compiler) {
    for (TeaVMPlugin plugin : TeaVMPluginLoader.load(GuestCompiler.class.getClassLoader())) {
      if (!(plugin instanceof JSOPlugin)) plugin.install(compiler);
    }
    compiler.add(new Grafts());
    compiler.add(new JavaChecks());
  }

  private static WasmGCTarget target() {
    WasmGCTarget target = new WasmGCTarget();
    // Null and bounds of arrays are checked, and become Java exceptions.
    target.setStrict(true);
    // Keeps the names of functions, for stack traces.
    target.setObfuscated(false);
    target.setBufferHeapMinSize(BUFFER_BYTES);
    return target;
  }
}
