package dev.heddle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds an application's module and what it needs with Maven, and shows how far it is. */
final class Build {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)]");
  private static final int SHOWN_ERRORS = 20;

  private final Project project;
  private final PrintWriter progress;

  Build(Project project, PrintWriter progress) {
    this.project = project;
    this.progress = progress;
  }

  void run(Path module) throws IOException, InterruptedException {
    Path log = project.root().resolve(".heddle").resolve("build.log");
    Files.createDirectories(log.getParent());
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
    if (!module.equals(project.root())) {
      command.addAll(List.of("-pl", project.root().relativize(module).toString(), "-am"));
    }
    command.addAll(List.of("package", "-DskipTests", "-Dexec.skip"));
    progress.println("Building " + project.root().relativize(module) + " ...");
    List<String> errors = new ArrayList<>();
    int exit = run(command, log, errors);
    if (exit == 0) {
      // Reproducible builds give the jar a fixed time; this one says when it was built.
      Optional<Path> jar = Project.jar(module);
      if (jar.isPresent()) Files.setLastModifiedTime(jar.get(), FileTime.from(Instant.now()));
      return;
    }
    errors.stream().limit(SHOWN_ERRORS).forEach(progress::println);
    throw CommandFailure.failed("the build failed; all of it is in " + log);
  }

  private int run(List<String> command, Path log, List<String> errors)
      throws IOException, InterruptedException {
    Process maven;
    try {
      maven =
          new ProcessBuilder(command)
              .directory(project.root().toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException missing) {
      throw CommandFailure.environment(
          "Maven is needed to build, and 'mvn' cannot be run. Install Maven 3.8.7 or newer");
    }
    try (BufferedReader lines = maven.inputReader();
        PrintWriter all = new PrintWriter(Files.newBufferedWriter(log))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.println(line);
        if (line.startsWith("[ERROR]")) errors.add(line);
        Matcher module = MODULE.matcher(line);
        if (module.matches()) {
          progress.println(
              "  " + module.group(2) + " of " + module.group(3) + ": " + module.group(1));
        }
      }
      return maven.waitFor();
    } finally {
      maven.destroy();
    }
  }
}
