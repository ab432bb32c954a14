package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/** The packaged boutique in a project of its own, run from the command line. */
record CopiedBoutique(Path project) {
  private static final Path HOME = Path.of(System.getProperty("heddle.home"));
  private static final String RUNNING = "Boutique is running: ";

  static CopiedBoutique in(Path project) throws IOException {
    Files.writeString(
        project.resolve("pom.xml"),
        "<project><artifactId>all</artifactId><modules><module>sample-app</module></modules>"
            + "</project>");
    CopiedBoutique boutique = new CopiedBoutique(project);
    Files.createDirectories(project.resolve("sample-app/target"));
    boutique.copy("pom.xml");
    // Newer than its sources, so that it is not built again.
    Files.setLastModifiedTime(boutique.copy("target/boutique.jar"), FileTime.from(Instant.now()));
    return boutique;
  }

  /** Copies a file of the boutique's module. */
  Path copy(String file) throws IOException {
    return Files.copy(
        HOME.resolve("sample-app").resolve(file), project.resolve("sample-app").resolve(file));
  }

  /** Starts a command. */
  Heddle start(String... arguments) throws IOException {
    return Heddle.start(project, arguments);
  }

  /** Runs it with all its components in so many replicas, and more options of the application. */
  Heddle startRemote(int processes, String... application) throws IOException {
    Stream<String> command =
        Stream.of("run", "--port", "0", "--processes", String.valueOf(processes));
    Stream<String> placement = Stream.of("--placement", "all=remote", "--");
    return start(
        Stream.of(command, placement, Stream.of(application))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  /** Where the boutique answers, once it does. */
  static String url(Heddle run) throws InterruptedException {
    String line = run.line(RUNNING);
    return line.substring(line.indexOf(RUNNING) + RUNNING.length()).strip().split("\\s", 2)[0];
  }

  /** Runs a command to its end, and gives what it printed. */
  String heddle(String... arguments) throws Exception {
    try (Heddle heddle = start(arguments)) {
      assertThat(heddle.exitCode()).as(heddle.output()).isZero();
      return heddle.output();
    }
  }
}
