package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlanCommandTest {
  private static final Path RESOURCES = Path.of("src/test/resources/plan");
  private static final String BEFORE = RESOURCES.resolve("before.json").toString();
  private static final String AFTER = RESOURCES.resolve("after.json").toString();

  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome plan(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = Stream.concat(Stream.of("plan"), Stream.of(arguments)).toArray(String[]::new);
    int code = Main.run(all, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(code, out.toString(), err.toString());
  }

  private static void assertIsGolden(String name, Outcome outcome) throws IOException {
    Path golden = RESOURCES.resolve(name);
    assertThat(outcome.err()).isEmpty();
    if ("refresh".equals(System.getProperty("heddle.goldens"))) {
      Files.writeString(golden, outcome.out());
    }
    assertThat(outcome.out()).isEqualTo(Files.readString(golden));
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void showsAPlanThatFits80Columns() throws IOException {
    assertIsGolden("plan.txt", plan("--graph", BEFORE, "--processors", "2"));
  }

  @Test
  void explainsWhatElseWasWeighedBetweenTwoRecordings() throws IOException {
    assertIsGolden(
        "explained.txt",
        plan(
            "--graph",
            BEFORE,
            "--graph",
            AFTER,
            "--processors",
            "2",
            "--processes",
            "2",
            "--pin",
            "Ledger=remote",
            "--explain"));
  }

  @Test
  void givesTheSameForPrograms() {
    Outcome outcome = plan("--graph", BEFORE, "--processors", "2", "-o", "json");
    JsonNode document = ApplicationClient.JSON.readTree(outcome.out());
    assertThat(names(document))
        .containsExactlyInAnyOrder(
            "application", "seconds", "components", "cost", "processes", "unmet");
    JsonNode cart = document.get("components").get(0);
    assertThat(names(cart))
        .containsExactlyInAnyOrder(
            "name", "now", "planned", "moves", "reason", "spill", "alternatives");
    assertThat(cart.get("now").get("placement").asString()).isEqualTo("remote");
    assertThat(cart.get("planned").get("placement").asString()).isEqualTo("local");
    assertThat(cart.get("moves").asBoolean()).isTrue();
    assertThat(document.get("cost").get("after").get("total").asDouble())
        .isLessThan(document.get("cost").get("before").get("total").asDouble());
  }

  @Test
  void holdsWhatConfigurationAsksOfProcesses(@TempDir Path folder) throws IOException {
    String asked =
        Files.readString(Path.of(BEFORE))
            .replaceFirst(
                "\"maxReplicas\":0",
                "\"maxReplicas\":0,\"at\":[\"replica-1\"],\"rules\":{\"togetherWith\":[\"Currency\"],"
                    + "\"apartFrom\":[],\"onlyIn\":[\"eu\"],\"memoryBytes\":67108864}")
            .replaceFirst(
                "\"rollout\":null",
                "\"rollout\":null,\"processes\":[{\"name\":\"replica-1\",\"kind\":\"replica\","
                    + "\"labels\":[\"eu\"],\"memoryBytes\":50000000}]");
    Path graph = Files.writeString(folder.resolve("asked.json"), asked);
    JsonNode document =
        ApplicationClient.JSON.readTree(
            plan("--graph", graph.toString(), "--processors", "2", "-o", "json").out());
    for (int i = 0; i < 2; i++) {
      assertThat(document.at("/components/" + i + "/planned/replicas/0").asString())
          .isEqualTo("replica-1");
    }
    assertThat(document.at("/components/0/reason").asString())
        .endsWith("only processes labelled eu may hold it");
    assertThat(document.get("unmet").findValuesAsString("kind")).containsExactly("memory");
  }

  @Test
  void asksTheRunningApplication() throws IOException {
    try (FakeApplication application =
        FakeApplication.start()
            .answering("/actuator/heddle", 200, Files.readString(Path.of(BEFORE)))) {
      Outcome asked = plan("--url", application.url(), "--processors", "2");
      assertThat(asked.out()).isEqualTo(plan("--graph", BEFORE, "--processors", "2").out());
    }
  }

  @Test
  void readsAGraphThatSaysNoTime(@TempDir Path folder) throws IOException {
    String edges =
        ApplicationClient.JSON.readTree(Files.readString(Path.of(BEFORE))).get("edges").toString();
    Path graph = Files.writeString(folder.resolve("graph.json"), edges);
    Outcome refused = plan("--graph", graph.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("graph.json does not say", "--over");
    Outcome planned = plan("--graph", graph.toString(), "--over", "100");
    assertThat(planned.out()).startsWith("the application: 3 components, 5,400.0 calls a second");
  }

  @Test
  void readsWhatOlderApplicationsSay() {
    Outcome outcome = plan("--graph", "src/test/resources/status/boutique.json", "--over", "10");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("Currency is called, and unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--over 0",
        "--processes -1",
        "--processes 65",
        "--processors 0",
        "--pin Cart=nowhere",
        "--pin Crat=local",
        "-o yaml"
      })
  void exitsWith2WhenItWasNotUnderstood(String line) {
    List<String> arguments =
        Stream.concat(Stream.of("--graph", BEFORE), Stream.of(line.split(" "))).toList();
    Outcome outcome = plan(arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "<html>", "{\"edges\":[{\"placements\":[{}]}]}"})
  void refusesWhatIsNoGraph(String json, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("strange.json"), json);
    Outcome outcome = plan("--graph", file.toString(), "--over", "1");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("strange.json is neither what");
  }

  @Test
  void refusesRecordingsInTheWrongOrder() {
    Outcome outcome = plan("--graph", AFTER, "--graph", BEFORE);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("name the earlier one first");
  }

  private static List<String> names(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }
}
