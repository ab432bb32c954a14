package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The sample application, as it was built before, in a project of its own. */
record Boutique(Path project) {

  /** Copies it into a folder; skips the test when it is not built. */
  static Boutique in(Path project) throws IOException {
    Path home = home();
    Path built = home.resolve("sample-app/target/boutique.jar");
    assumeThat(built).as("built by 'mvn verify' before this module").exists();
    Files.writeString(
        project.resolve("pom.xml"),
        "<project><artifactId>all</artifactId><modules><module>sample-app</module></modules>"
            + "</project>");
    Path target = Files.createDirectories(project.resolve("sample-app/target"));
    Files.copy(home.resolve("sample-app/pom.xml"), project.resolve("sample-app/pom.xml"));
    Path jar = Files.copy(built, target.resolve("boutique.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
    return new Boutique(project);
  }

  static Path home() {
    return Path.of(System.getProperty("heddle.home"));
  }

  /** Runs a command to its end, and gives what it printed. */
  String heddle(String... arguments) throws Exception {
    try (Heddle heddle = Heddle.start(project, arguments)) {
      assertThat(heddle.exitCode()).as(heddle.output()).isZero();
      return heddle.output();
    }
  }
}
