package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.cli.Heddle;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands, on the boutique. */
final class CommandLineIT {
  @TempDir private Path project;

  @SuppressWarnings("NullAway.Init") // copyTheBoutique() does
  private CopiedBoutique boutique;

  @BeforeEach
  void copyTheBoutique() throws IOException {
    boutique = CopiedBoutique.in(project);
  }

  @Test
  void runsTheShopShowsWhoCallsWhomAndStops() throws Exception {
    try (Heddle run = boutique.start("run", "--port", "0")) {
      String url = CopiedBoutique.url(run);
      Customer customer = new Customer(url);
      assertThat(customer.get("/")).contains("</html>");
      assertThat(boutique.heddle("status")).contains("boutique, revision", "Currency", "local");
      assertThat(boutique.heddle("graph"))
          .containsPattern("Front +Currency +convert +9 ")
          .containsPattern("Cart +CartCache +get +1 ");
      assertThat(boutique.heddle("graph", "-o", "mermaid")).startsWith("flowchart LR");
      assertThat(document(boutique.heddle("status", "-o", "json")))
          .isEqualTo(document(customer.get("/actuator/heddle")));
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
      assertThatThrownBy(() -> customer.get("/")).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void keepsItsBoundariesAndItsCommittedSchema() throws Exception {
    boutique.copy("heddle-schema.json");
    try (Heddle check = boutique.start("check")) {
      assertThat(check.output())
          .as("./heddle check --write-snapshot mends the schema")
          .isEqualTo("Boundaries: all kept.");
      assertThat(check.exitCode()).isZero();
    }
  }

  /** What two readings have in common if nobody calls in between. */
  private static ObjectNode document(String json) {
    ObjectNode document = (ObjectNode) JsonMapper.builder().build().readTree(json);
    assertThat(document.remove("uptimeSeconds")).isNotNull();
    return document;
  }
}
