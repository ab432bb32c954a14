package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Post;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
  private static final ComponentOptions STRICT = ComponentOptions.NONE.withImplementation("strict");

  @Test
  void aComponentGetsItsSettingsAsARecord() {
    assertThat(rates(Map.of())).isEqualTo("4.99 in PT48H");
    Map<String, String> settings = Map.of("flat-rate", "7", "delivery", "12h");
    assertThat(rates(Map.of("Post", ComponentOptions.NONE.withSettings(settings))))
        .isEqualTo("7 in PT12H");
  }

  @Test
  void everyWrongMissingAndUnknownSettingIsReportedTogether() {
    assertThat(
            problems(
                Map.of(
                    "Post",
                    STRICT.withSettings(Map.of("custmer-number", "7")),
                    "Vault",
                    ComponentOptions.NONE.withSettings(Map.of("key", "7")))))
        .extracting(Problem::toString)
        .containsExactly(
            "a component's settings are what it declares:"
                + " heddle.components.Post.settings.customer-number is not set. Set it to a text",
            "a component's settings are what it declares:"
                + " heddle.components.Post.settings.custmer-number is no setting of Post. Did you"
                + " mean customer-number? The settings are customer-number, delivery, flat-rate",
            "a component's settings are what it declares:"
                + " heddle.components.Vault.settings.key is no setting of Vault. Remove it: Vault"
                + " has none");
  }

  @Test
  void theRecordsOwnRuleIsReportedInItsWords() {
    ComponentOptions below = ComponentOptions.NONE.withSettings(Map.of("flat-rate", "-1"));
    assertThat(problems(Map.of("Post", below)))
        .singleElement()
        .asString()
        .contains("heddle.components.Post.settings are refused: flat-rate is below zero");
  }

  @Test
  void settingsOfAnotherImplementationAreNoMistake() {
    Map<String, String> settings = Map.of("flat-rate", "7", "customer-number", "12");
    assertThat(rates(Map.of("Post", STRICT.withSettings(settings)))).isEqualTo("12");
  }

  private static String rates(Map<String, ComponentOptions> components) {
    try (HeddleRuntime runtime = builder(components).build()) {
      return runtime.component("Test", Post.class).rates();
    }
  }

  private static List<Problem> problems(Map<String, ComponentOptions> components) {
    return catchThrowableOfType(AssemblyException.class, () -> builder(components).build())
        .problems();
  }

  private static HeddleRuntimeBuilder builder(Map<String, ComponentOptions> components) {
    return HeddleRuntime.builder(Fixtures.post())
        .options(RuntimeOptions.DEFAULT.withComponents(components));
  }
}
