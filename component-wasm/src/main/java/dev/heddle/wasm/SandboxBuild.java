package dev.heddle.wasm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a module of each sandboxable implementation on a class path. What has been made before from
 * the same class files is not made again.
 */
public final class SandboxBuild {
  private static final String ENDING = ".properties";
  private static final int MOST_AT_ONCE = 2;

  private final List<Path> classPath;
  private final Path output;
  private final Path records;
  private final Consumer<String> progress;

  /**
   * A build.
   *
   * @param classPath folders and jars of the application, its own first
   * @param output the folder of class files that takes the modules, one of the class path
   * @param records a folder that is kept from build to build
   * @param progress takes a line for each module that is made; called by several threads
   */
  public SandboxBuild(List<Path> classPath, Path output, Path records, Consumer<String> progress) {
    this.classPath = List.copyOf(classPath);
    this.output = output;
    this.records = records;
    this.progress = progress;
  }

  /**
   * Makes what is to be made.
   *
   * @return how many modules were made anew
   * @throws SandboxBuildException if some cannot be made; the others are there then
   */
  public int run() throws IOException, InterruptedException {
    try (ClassPath application = ClassPath.of(classPath)) {
      List<Candidate> candidates = new Candidates(application, output).find();
      forgetOthers(candidates);
      String tool = candidates.isEmpty() ? "" : ToolFiles.digest();
      List<ModuleBuild> stale = new ArrayList<>();
      for (Candidate candidate : candidates) {
        BuildRecord record = new BuildRecord(records, candidate, tool, application);
        ModuleFiles files = ModuleFiles.of(output, candidate.implementation());
        if (!record.holds(candidate, files)) {
          stale.add(new ModuleBuild(application, candidate, files, record));
        }
      }
      make(stale);
      return stale.size();
    }
  }

  private void make(List<ModuleBuild> builds) throws InterruptedException {
    if (builds.isEmpty()) return;
    int atOnce = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    List<Problem> problems = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      for (Future<String> made : builds.stream().map(threads::submit).toList()) {
        try {
          progress.accept(made.get());
        } catch (ExecutionException failure) {
          problems.addAll(problems(failure.getCause()));
        }
      }
    }
    if (!problems.isEmpty()) throw new SandboxBuildException(problems);
  }

  private static List<Problem> problems(@Nullable Throwable cause) {
    if (cause instanceof SandboxBuildException refused) return refused.problems();
    if (cause instanceof Error error) throw error;
    throw new IllegalStateException(cause);
  }

  /** Takes away what earlier builds made of implementations that are no more. */
  private void forgetOthers(List<Candidate> candidates) throws IOException {
    if (!Files.isDirectory(records)) return;
    Set<String> names = new HashSet<>();
    candidates.forEach(candidate -> names.add(candidate.implementation() + ENDING));
    try (Stream<Path> kept = Files.list(records)) {
      for (Path file : kept.toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING) || names.contains(name)) continue;
        String implementation = name.substring(0, name.length() - ENDING.length());
        ModuleFiles.of(output, implementation).delete();
        Files.delete(file);
      }
    }
  }
}
