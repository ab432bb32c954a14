package dev.heddle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code heddle run} leaves for the other commands: {@code .heddle/run.json} in the project's
 * folder.
 */
final class RunFile {
  /**
   * A running application.
   *
   * @param pid its process
   * @param port where it listens
   * @param url where it answers
   * @param started when the process started: a pid alone may have passed to another
   * @param scheduler whom to ask for another placement, where there is one
   */
  record Run(long pid, int port, String url, Instant started, Optional<SchedulerLink> scheduler) {
    /** A start time is reckoned from the system's clock, which may have been set right since. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);

    static Run of(ProcessHandle process, int port, Optional<SchedulerLink> scheduler) {
      return new Run(process.pid(), port, url(port), start(process), scheduler);
    }

    static String url(int port) {
      return "http://localhost:" + port;
    }

    private boolean alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(process -> Duration.between(start(process), started).abs())
          .filter(difference -> difference.compareTo(CLOCK_ERROR) < 0)
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
      return Optional.ofNullable(JSON.readValue(Files.readString(file), Run.class))
          .filter(Run::alive);
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
      throw new UncheckedIOException(failure);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
