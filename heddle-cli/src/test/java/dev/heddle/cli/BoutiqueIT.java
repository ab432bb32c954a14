package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The sample application, as it was built before, in a project of its own. */
class BoutiqueIT {
  @TempDir private Path project;

  @BeforeEach
  void copyTheBoutique() throws IOException {
    Path home = Path.of(System.getProperty("heddle.home"));
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
  }

  @Test
  void runsTheShopShowsWhoCallsWhomAndStops() throws Exception {
    try (Heddle run = Heddle.start(project, "run", "--port", "0")) {
      run.line("Boutique is running: http://localhost:");
      RunFile.Run running = new RunFile(project).read().orElseThrow();
      String home = get(running.url() + "/");
      assertThat(home).contains("</html>");
      assertThat(heddle("status")).contains("boutique, revision", "Currency", "local");
      assertThat(heddle("graph"))
          .containsPattern("Front +Currency +convert +9 ")
          .containsPattern("Cart +CartCache +get +1 ");
      assertThat(heddle("graph", "-o", "mermaid")).startsWith("flowchart LR");
      // Two readings differ only if somebody calls in between.
      JsonMapper json = JsonMapper.builder().build();
      assertThat(json.readTree(heddle("status", "-o", "json")))
          .isEqualTo(json.readTree(get(running.url() + "/actuator/heddle")));
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
      assertThat(ProcessHandle.of(running.pid())).isEmpty();
    }
  }

  @Test
  void keepsItsBoundariesAndItsCommittedSchema() throws Exception {
    Path home = Path.of(System.getProperty("heddle.home"), "sample-app");
    Files.copy(
        home.resolve(SchemaSnapshot.FILE), project.resolve("sample-app/" + SchemaSnapshot.FILE));
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.output())
          .as("./heddle check --write-snapshot mends the schema")
          .isEqualTo("Boundaries: all kept.");
      assertThat(check.exitCode()).isZero();
    }
  }

  private String heddle(String... arguments) throws Exception {
    try (Heddle heddle = Heddle.start(project, arguments)) {
      assertThat(heddle.exitCode()).isZero();
      return heddle.output();
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
