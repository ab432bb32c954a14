package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  private record Outcome(int exitCode, String out, String err) {}

  private final String status = Golden.text("status/boutique.json");

  @ParameterizedTest
  @ValueSource(strings = {"run", "status", "graph", "logs", "plan", "check", "doctor"})
  void everyCommandHasHelpWithExamples(String command) {
    Outcome outcome = heddle(command, "--help");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("Examples:", "./heddle " + command);
  }

  @Test
  void tellsItsVersion() {
    assertThat(heddle("--version").out()).startsWith("heddle 0.");
  }

  @Test
  void asksForACommand() {
    Outcome outcome = heddle();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Name a command", "run", "status", "graph", "check", "doctor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --prot 1",
        "run --port 70000",
        "run --port x",
        "run --grace -1",
        "run --placement all=remote",
        "run --placement all=nowhere",
        "run --processes -1",
        "run --processes 65",
        "run --processes 2 --replica-heap much",
        "run --processes 2 --watch",
        "run -- --server.port=1",
        "run --watch --placement all=sandboxed",
        "place Cart",
        "place Cart nowhere",
        "status -o yaml",
        "graph -o svg",
        "logs -o yaml",
        "logs --component",
        "check -o xml",
        "check --allow-cycle shop.cart",
        "weave"
      })
  void exitsWith2WhenItWasNotUnderstood(String line) {
    Outcome outcome = heddle(line.split(" "));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void remoteComponentsNeedReplicas() {
    assertThat(heddle("run", "--placement", "all=remote").err())
        .isEqualTo(
            "heddle: a component is remote where there are replicas: say --processes N, too\n");
  }

  @Test
  void movesAComponentAndSaysWhereItIs() {
    String placed =
        """
        {"component":"Currency","placement":"sandboxed","reason":"asked for by hand","epoch":7,\
        "refused":null}""";
    try (FakeApplication application =
        FakeApplication.start()
            .answering("/actuator/heddle", 200, status)
            .answering("/actuator/heddle/Ad", 200, placed)) {
      Outcome outcome = heddle("place", "Ad", "sandboxed", "--url", application.url());
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out())
          .isEqualTo("Ad is sandboxed (asked for by hand), placement table 7\n");
      assertThat(heddle("place", "Ad", "sandboxed", "-o", "json", "--url", application.url()).out())
          .isEqualTo(placed + "\n");
    }
  }

  @Test
  void saysWhyAComponentStaysWhereItIs() {
    String refused =
        """
        {"component":"Currency","placement":"local","reason":"the application is one process",\
        "epoch":1,"refused":[{"rule":"a rule","found":"what was found","remedy":"Mend it"}]}""";
    try (FakeApplication application =
        FakeApplication.start()
            .answering("/actuator/heddle", 200, status)
            .answering("/actuator/heddle/Ad", 200, refused)) {
      Outcome outcome = heddle("place", "Ad", "sandboxed", "--url", application.url());
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err())
          .isEqualTo("heddle: Ad stays local. a rule: what was found. Mend it\n");
    }
  }

  @Test
  void movesNoComponentThatThereIsNot() {
    try (FakeApplication application =
        FakeApplication.start().answering("/actuator/heddle", 200, status)) {
      Outcome outcome = heddle("place", "Crat", "local", "--url", application.url());
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("no component Crat", "./heddle status");
    }
  }

  @Test
  void showsTheStatusAsATable() {
    try (FakeApplication application =
        FakeApplication.start().answering("/actuator/heddle", 200, status)) {
      assertThat(heddle("status", "--url", application.url() + "/").out())
          .isEqualTo(Golden.text("status/boutique.txt"));
    }
  }

  @Test
  void givesTheStatusAsTheApplicationSendsIt() {
    try (FakeApplication application =
        FakeApplication.start().answering("/actuator/heddle", 200, status)) {
      assertThat(heddle("status", "-o", "json", "--url", application.url()).out())
          .isEqualTo(status + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "mermaid", "dot", "json"})
  void drawsTheGraphInEveryForm(String form) {
    try (FakeApplication application =
        FakeApplication.start().answering("/actuator/heddle", 200, status)) {
      Outcome outcome = heddle("graph", "-o", form, "--url", application.url());
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).contains("Front", "Currency");
    }
  }

  @Test
  void saysHowToExposeTheEndpoint() {
    try (FakeApplication application =
        FakeApplication.start().answering("/actuator/heddle", 404, "")) {
      Outcome outcome = heddle("status", "--url", application.url());
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err())
          .contains("answered 404", "management.endpoints.web.exposure.include=health,heddle");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "<html>", "", "{\"application\":\"shop\"}"})
  void refusesWhatIsNoStatus(String answer) {
    try (FakeApplication application =
        FakeApplication.start().answering("/actuator/heddle", 200, answer)) {
      Outcome outcome = heddle("status", "--url", application.url());
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).endsWith("answered with something that is not a status\n");
    }
  }

  @Test
  void saysThatNothingAnswers() {
    String url;
    try (FakeApplication application = FakeApplication.start()) {
      url = application.url();
    }
    Outcome outcome = heddle("graph", "--url", url);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo("heddle: nothing answers at " + url + ". Is the application running there?\n");
  }

  @Test
  void showsWhereAnErrorHappenedOnlyWhenAsked() {
    assertThat(heddle("status", "--url", "nonsense").err()).doesNotContain("\tat ");
    assertThat(heddle("status", "--verbose", "--url", "nonsense").err()).contains("\tat ");
  }

  @Test
  void examinesThisMachine() {
    Outcome outcome = heddle("doctor", "--port", "0", "-o", "json");
    List<?> findings = JsonMapper.builder().build().readValue(outcome.out(), List.class);
    assertThat(findings).extracting("subject").contains("JDK", "Maven", "memory", "data folder");
    assertThat(findings).extracting("verdict").containsAnyOf("ok");
  }

  private static Outcome heddle(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Outcome(code, out.toString(), err.toString());
  }
}
