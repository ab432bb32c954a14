package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The sample application, as it was built before, in a project of its own. */
class BoutiqueIT {
  @TempDir private Path project;

  @SuppressWarnings("NullAway.Init") // copyTheBoutique() does
  private Boutique boutique;

  @BeforeEach
  void copyTheBoutique() throws IOException {
    boutique = Boutique.in(project);
  }

  @Test
  void runsTheShopShowsWhoCallsWhomAndStops() throws Exception {
    try (Heddle run = Heddle.start(project, "run", "--port", "0")) {
      run.line("Boutique is running: http://localhost:");
      RunFile.Run running = new RunFile(project).read().orElseThrow();
      String home = get(running.url() + "/");
      assertThat(home).contains("</html>");
      assertThat(boutique.heddle("status")).contains("boutique, revision", "Currency", "local");
      assertThat(boutique.heddle("graph"))
          .containsPattern("Front +Currency +convert +9 ")
          .containsPattern("Cart +CartCache +get +1 ");
      assertThat(boutique.heddle("graph", "-o", "mermaid")).startsWith("flowchart LR");
      // Two readings differ only if somebody calls in between.
      JsonMapper json = JsonMapper.builder().build();
      assertThat(json.readTree(boutique.heddle("status", "-o", "json")))
          .isEqualTo(json.readTree(get(running.url() + "/actuator/heddle")));
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
      assertThat(ProcessHandle.of(running.pid())).isEmpty();
    }
  }

  @Test
  void keepsItsBoundariesAndItsCommittedSchema() throws Exception {
    Files.copy(
        Boutique.home().resolve("sample-app/" + SchemaSnapshot.FILE),
        project.resolve("sample-app/" + SchemaSnapshot.FILE));
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.output())
          .as("./heddle check --write-snapshot mends the schema")
          .isEqualTo("Boundaries: all kept.");
      assertThat(check.exitCode()).isZero();
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
