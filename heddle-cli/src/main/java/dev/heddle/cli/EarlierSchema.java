package dev.heddle.cli;

import dev.heddle.cli.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the schema that an application is compared with: a jar's, a snapshot's or a revision's. */
final class EarlierSchema {
  private final Path module;

  /** One of the application whose module is in a folder. */
  EarlierSchema(Path module) {
    this.module = module;
  }

  /**
   * Reads it.
   *
   * @param against a file, or a revision that git knows
   */
  Schema read(String against) throws IOException, InterruptedException {
    Path file = Path.of(against);
    if (Files.isRegularFile(file)) return ofFile(file);
    if (against.endsWith(".jar") || against.endsWith(".json")) {
      throw CommandFailure.failed("--against " + against + ": there is no such file");
    }
    return ofRevision(against);
  }

  private static Schema ofFile(Path file) throws IOException {
    if (!file.toString().endsWith(".jar")) return parse(file.toString(), Files.readString(file));
    try (UnpackedApplication jar = UnpackedApplication.of(file)) {
      SchemaSnapshot snapshot = SchemaSnapshot.of(jar);
      if (!snapshot.isEmpty()) return snapshot.schema();
    }
    throw CommandFailure.failed(
        file
            + " holds no schema: it was built before component-codegen wrote one, or holds no"
            + " component. Compare with a later one, or with a snapshot");
  }

  private Schema ofRevision(String revision) throws IOException, InterruptedException {
    if (!git(List.of("rev-parse", "--verify", "--quiet", revision + "^{commit}")).succeeded()) {
      throw CommandFailure.failed(
          "--against "
              + revision
              + ": there is no such file, and git knows no such revision in "
              + module
              + ". Name a tag, a branch, a commit, a jar or a snapshot");
    }
    Output shown = git(List.of("show", revision + ":./" + SchemaSnapshot.FILE));
    if (shown.succeeded()) return parse(revision + ":" + SchemaSnapshot.FILE, shown.text());
    throw CommandFailure.failed(
        "revision "
            + revision
            + " holds no "
            + SchemaSnapshot.FILE
            + " of this application. Compare with the jar that was built from it (--against"
            + " its.jar); from now on commit a snapshot: ./heddle check --write-snapshot");
  }

  private static Schema parse(String place, String json) {
    try {
      return Schema.read(json);
    } catch (IllegalArgumentException strange) {
      throw CommandFailure.failed(
          place
              + " is no snapshot of a schema ("
              + strange.getMessage()
              + "). './heddle check --write-snapshot' writes one");
    }
  }

  private record Output(boolean succeeded, String text) {}

  private Output git(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", module.toString()));
    command.addAll(arguments);
    Process git = start(command);
    String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(git.waitFor() == 0, text);
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException missing) {
      throw CommandFailure.environment(
          "git is needed to read a revision, and 'git' cannot be run. Install git, or name a jar"
              + " or a snapshot");
    }
  }
}
