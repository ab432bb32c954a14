package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CallGraphTest {
  private final CallGraph boutique = CallGraph.of(status());

  /** Names that would end a string or command a terminal, were they not escaped. */
  private final CallGraph strange =
      CallGraph.of(
          status(
              List.of(
                  new StatusDocument.Edge(
                      "a\"#quot;\u001b\\", "B<script>&", "m\n", 1, 0, 0, 0, 1, 1, 0, List.of()))));

  @Test
  void drawsATableWithARowAMethod() {
    assertThat(boutique.text()).isEqualTo(Golden.text("graph/boutique.txt"));
  }

  @Test
  void drawsAMermaidFlowchartWithAnArrowAPairOfComponents() {
    assertThat(boutique.mermaid()).isEqualTo(Golden.text("graph/boutique.mmd"));
  }

  @Test
  void drawsAGraphvizDigraphWithAnArrowAPairOfComponents() {
    assertThat(boutique.dot()).isEqualTo(Golden.text("graph/boutique.dot"));
  }

  @Test
  void givesTheEdgesAsTheApplicationToldThem() {
    StatusDocument.Edge[] read =
        JsonMapper.builder().build().readValue(boutique.json(), StatusDocument.Edge[].class);
    assertThat(read).containsExactlyElementsOf(edges());
  }

  @Test
  void escapesNamesInMermaid() {
    assertThat(strange.mermaid()).isEqualTo(Golden.text("graph/strange.mmd"));
  }

  @Test
  void escapesNamesInGraphviz() {
    assertThat(strange.dot()).isEqualTo(Golden.text("graph/strange.dot"));
  }

  @Test
  void keepsControlCharactersOffTheTerminal() {
    assertThat(strange.text()).contains("a\"#quot;?\\", "m?").doesNotContain("\u001b");
  }

  @Test
  void saysWhenNothingWasCalledYet() {
    assertThat(CallGraph.of(status(List.of())).text())
        .isEqualTo("No component has called another yet.\n");
  }

  @Test
  void drawsDeclaredDependenciesThatNoCallUsedDashed() {
    CallGraph compared = CallGraph.withDeclared(status());
    assertThat(compared.text())
        .startsWith(boutique.text())
        .endsWith("\nDeclared, and never used so far:\n  Ledger -> Ad\n");
    assertThat(compared.mermaid())
        .contains("c3[\"Ledger<br/>remote\"]")
        .endsWith("  c3 -.->|\"never used\"| c0\n");
    assertThat(compared.dot())
        .contains("  \"Ledger\" -> \"Ad\" [style=dashed, label=\"never used\"];\n");
    assertThat(compared.json())
        .endsWith(",\"unused\":[{\"caller\":\"Ledger\",\"callee\":\"Ad\"}]}\n");
  }

  @Test
  void saysWhenEveryDeclaredDependencyWasUsed() {
    List<StatusDocument.Edge> used =
        List.of(new StatusDocument.Edge("Ledger", "Ad", "fitting", 1, 0, 0, 0, 1, 1, 0, List.of()));
    assertThat(CallGraph.withDeclared(status(used)).text())
        .endsWith("\nEvery declared dependency has been used.\n");
  }

  private static List<StatusDocument.Edge> edges() {
    return status().edges();
  }

  private static StatusDocument status(List<StatusDocument.Edge> edges) {
    StatusDocument status = status();
    return new StatusDocument(
        status.application(),
        status.revision(),
        status.epoch(),
        status.components(),
        List.of(),
        edges,
        List.of());
  }

  private static StatusDocument status() {
    return JsonMapper.builder()
        .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readValue(Golden.text("status/boutique.json"), StatusDocument.class);
  }
}
