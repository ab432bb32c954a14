package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/** Sees to it that a module's executable jar is there and holds what its sources say. */
final class ApplicationJar {
  private final Project project;
  private final StopSignal stopSignal;
  private final PrintWriter err;

  ApplicationJar(Project project, StopSignal stopSignal, PrintWriter err) {
    this.project = project;
    this.stopSignal = stopSignal;
    this.err = err;
  }

  /** The jar, built anew if there is none or its sources have changed. */
  ExecutableJar of(Path module) throws IOException, InterruptedException {
    Optional<ExecutableJar> built = ExecutableJar.of(module);
    if (built.isPresent() && !built.get().olderThanSourcesOf(project.parts(module))) {
      return built.get();
    }
    FileTime started = FileTime.from(Instant.now());
    Progress progress = new Progress(err, Terminal.onError());
    progress.step("Building " + module.getFileName() + " ...");
    new Build(project.root(), stopSignal, progress).run(module);
    ExecutableJar made =
        ExecutableJar.of(module)
            .orElseThrow(
                () -> CommandFailure.failed("the build left no executable jar in " + module));
    made.madeAt(started);
    return made;
  }
}
