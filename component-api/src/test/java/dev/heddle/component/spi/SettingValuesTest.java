package dev.heddle.component.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"flat-rate", "flatRate", "flatrate", "FLAT_RATE"})
  void findsAKeyHoweverItIsWritten(String key) {
    SettingValues values = new SettingValues(Map.of(key, "7"));
    assertThat(values.required("flat-rate", SettingTypes.INT).get()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"flatRate, flat-rate", "FLAT_RATE, flat-rate", "URL, url", "most, most"})
  void writesNamesAsConfigurationDoes(String name, String key) {
    assertThat(SettingValues.kebab(name)).isEqualTo(key);
  }

  @Test
  void takesWhatIsNotConfiguredFromItsDefaultOrLeavesItOut() {
    SettingValues values = new SettingValues(Map.of("blank", " "));
    assertThat(values.withDefault("most", "3", SettingTypes.INT).get()).isEqualTo(3);
    assertThat(values.optional("least", SettingTypes.INT).get()).isEmpty();
    assertThat(values.optional("blank", SettingTypes.INT).get()).isEmpty();
    values.check();
  }

  @Test
  void tellsEverythingAtOnceAndNoSecrets() {
    SettingValues values =
        new SettingValues(Map.of("most", "many", "api-token", "hunter2", "fee", "1.5"));
    values.required("most", SettingTypes.LONG);
    values.required("api-token", SettingTypes.BOOLEAN);
    values.required("help", SettingTypes.URI);
    values.required("fee", SettingTypes.DECIMAL);
    InvalidSettingsException failure =
        catchThrowableOfType(InvalidSettingsException.class, values::check);
    assertThat(failure.wrong())
        .extracting(WrongSetting::found)
        .containsExactly("is 'many'", "is something else, not shown here", "is not set");
    assertThat(failure).hasMessageNotContaining("hunter2");
  }

  @Test
  void readsListsFromOneLineAndFromElements() {
    SettingValues line = new SettingValues(Map.of("hosts", " a, b,,c "));
    assertThat(line.required("hosts", SettingTypes.TEXTS).get()).containsExactly("a", "b", "c");
    SettingValues elements = new SettingValues(Map.of("hosts[0]", "a", "hosts[1]", "b"));
    assertThat(elements.required("hosts", SettingTypes.TEXTS).get()).isEqualTo(List.of("a", "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "100ms, PT0.1S",
    "30s, PT30S",
    "-5m, PT-5M",
    "2h, PT2H",
    "1d, PT24H",
    "7us, PT0.000007S",
    "3ns, PT0.000000003S",
    "PT1M, PT1M"
  })
  void readsDurations(String text, Duration duration) {
    assertThat(SettingTypes.DURATION.read(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "1.5s", "5 s", "9223372036854775807d", "P5"})
  void refusesWhatIsNoDuration(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SettingTypes.DURATION.read(text));
  }

  @Test
  void refusesWhatIsNoNumberOrTruth() {
    assertThatIllegalArgumentException().isThrownBy(() -> SettingTypes.DOUBLE.read("NaN"));
    assertThatIllegalArgumentException().isThrownBy(() -> SettingTypes.BOOLEAN.read("yes"));
    assertThatIllegalArgumentException().isThrownBy(() -> SettingTypes.URI.read("a b"));
  }
}
