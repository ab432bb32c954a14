package dev.heddle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds one module and what it needs with Maven, and shows how far it is. */
final class Build {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)]");
  private static final String FETCHED = "Downloaded from ";
  private static final String COMPILATION = "[DEBUG] -d ";
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";
  private static final int FILES_A_STEP = 50;
  private static final int SHOWN_ERRORS = 20;

  private final Path root;
  private final StopSignal stopSignal;
  private final Progress progress;
  private final List<String> errors = new ArrayList<>();
  private final List<String> compilations = new ArrayList<>();
  private int fetched;

  Build(Path root, StopSignal stopSignal, Progress progress) {
    this.root = root;
    this.stopSignal = stopSignal;
    this.progress = progress;
  }

  /**
   * Leaves the module's artifact in its target folder, without having run any tests.
   *
   * @throws CommandFailure if Maven is missing, says that there are errors, or is stopped
   */
  void run(Path module) throws IOException, InterruptedException {
    run(command(names(module), "package"));
  }

  /**
   * Leaves the modules' artifacts in the local Maven repository, without having run any tests.
   *
   * @throws CommandFailure as {@link #run(Path)}
   */
  void install(List<String> modules) throws IOException, InterruptedException {
    run(command(modules, "install"));
  }

  /**
   * Compiles what is to be compiled of the module and of what it needs.
   *
   * @return javac's command lines
   * @throws CommandFailure as {@link #run(Path)}
   */
  List<String> compile(Path module) throws IOException, InterruptedException {
    List<String> command = command(names(module), "compile");
    command.add("-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler=debug");
    run(command);
    return List.copyOf(compilations);
  }

  /**
   * Leaves an artifact's jar in a folder.
   *
   * @throws CommandFailure as {@link #run(Path)}
   */
  void fetch(String artifact, Path folder) throws IOException, InterruptedException {
    List<String> command = command(List.of(), COPY);
    command.addAll(List.of("-N", "-Dartifact=" + artifact, "-DoutputDirectory=" + folder));
    run(command);
  }

  private List<String> names(Path module) {
    return module.equals(root) ? List.of() : List.of(root.relativize(module).toString());
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Path log = root.resolve(".heddle").resolve("build.log");
    Files.createDirectories(log.getParent());
    int exit = run(command, log);
    progress.close();
    if (stopSignal.requested()) throw CommandFailure.failed("stopped before the build was done");
    if (exit == 0) return;
    StringBuilder message = new StringBuilder("the build failed; all of it is in " + log);
    errors.stream().limit(SHOWN_ERRORS).forEach(error -> message.append('\n').append(error));
    throw CommandFailure.failed(message.toString());
  }

  private List<String> command(List<String> modules, String phase) {
    Path wrapper = root.resolve("mvnw");
    List<String> command = new ArrayList<>();
    command.add(Files.isExecutable(wrapper) ? wrapper.toString() : "mvn");
    command.add("-B");
    if (!modules.isEmpty()) command.addAll(List.of("-pl", String.join(",", modules), "-am"));
    // What a check of the sources' format would say can wait for the tests.
    command.addAll(List.of(phase, "-DskipTests", "-Dheddle.format.skip"));
    return command;
  }

  private int run(List<String> command, Path log) throws IOException, InterruptedException {
    Process maven = start(command);
    stopSignal.watch(maven);
    try (BufferedReader lines = maven.inputReader();
        PrintWriter all = new PrintWriter(Files.newBufferedWriter(log))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.println(line);
        note(line);
      }
      return maven.waitFor();
    } finally {
      maven.destroy();
    }
  }

  private Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw CommandFailure.environment(
          "Maven is needed to build, and '"
              + command.getFirst()
              + "' cannot be run. Install Maven 3.8.7 or newer (apt-get install maven)");
    }
  }

  private void note(String line) {
    if (line.startsWith("[ERROR]")) errors.add(line);
    if (line.startsWith(COMPILATION)) compilations.add(line.substring(COMPILATION.length() - 3));
    if (line.contains(FETCHED) && ++fetched % FILES_A_STEP == 0) {
      progress.step("  " + fetched + " files fetched");
    }
    Matcher module = MODULE.matcher(line);
    if (module.matches()) {
      progress.step("  " + module.group(2) + " of " + module.group(3) + ": " + module.group(1));
    }
  }
}
