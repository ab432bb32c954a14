package dev.heddle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code heddle run} leaves behind for the other commands: {@code .heddle/run.json} in the
 * project's folder.
 */
final class RunFile {
  /**
   * A running application.
   *
   * @param pid its process
   * @param started when the process started: a pid alone may have passed to another
   * @param url where it listens
   */
  record Run(long pid, Instant started, String url) {

    static Run of(ProcessHandle process, String url) {
      return new Run(process.pid(), start(process), url);
    }

    private boolean alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> start(process).equals(started))
          .isPresent();
    }

    private static Instant start(ProcessHandle process) {
      return process.info().startInstant().orElse(Instant.EPOCH);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  RunFile(Path folder) {
    file = folder.resolve(".heddle").resolve("run.json");
  }

  /** The application that runs now; empty too when the file speaks of one that is gone. */
  Optional<Run> read() {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Run.class)).filter(Run::alive);
    } catch (IOException | JacksonException missingOrDamaged) {
      return Optional.empty();
    }
  }

  void write(Run run) {
    try {
      Files.createDirectories(file.getParent());
      Path next = Files.createTempFile(file.getParent(), "run", ".json");
      Files.writeString(next, JSON.writeValueAsString(run));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file, failure);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot delete " + file, failure);
    }
  }
}
