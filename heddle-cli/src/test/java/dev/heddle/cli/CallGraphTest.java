package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CallGraphTest {
  private final CallGraph boutique = CallGraph.of(edges());

  /** Names that would end a string or command a terminal, were they not escaped. */
  private final CallGraph strange =
      CallGraph.of(
          List.of(
              new StatusDocument.Edge("a\"#quot;\u001b\\", "B<script>&", "m\n", 1, 0, 0, 1, 1, 0)));

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
    assertThat(CallGraph.of(List.of()).text()).isEqualTo("No component has called another yet.\n");
  }

  private static List<StatusDocument.Edge> edges() {
    return JsonMapper.builder()
        .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readValue(Golden.text("status/boutique.json"), StatusDocument.class)
        .edges();
  }
}
