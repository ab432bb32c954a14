package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.sandbox.SandboxLimits;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SandboxPropertiesTest {
  private static final SandboxLimits DEFAULT = SandboxLimits.DEFAULT;

  @Test
  void withoutConfigurationTheLimitsAreTheSandboxesOwn() {
    assertThat(usual(Map.of()).limits()).isEqualTo(DEFAULT);
    assertThat(overrides(Map.of()).over(usual(Map.of()))).isEqualTo(DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "fuel, 7, 7",
    "allocation, 2KB, 2048",
    "instance-allocation, 3KB, 3072",
    "wall-clock, 90ms, PT0.09S",
    "stack-depth, 8, 8",
    "response-size, 5B, 5",
    "host-calls, 9, 9",
    "log-size, 6B, 6",
    "calls-per-instance, 1, 1",
    "instances, 11, 11"
  })
  void eachLimitIsSaidForAllComponentsOrForOne(String name, String value, String becomes) {
    Map<String, String> said = Map.of(name, value);
    int limit = names().indexOf(name);

    List<String> forAll = values(usual(said).limits());
    List<String> forOne = values(overrides(said).over(usual(Map.of())));

    assertThat(forOne).isEqualTo(forAll).element(limit).isEqualTo(becomes);
    forAll.set(limit, values(DEFAULT).get(limit));
    assertThat(forAll).as("the others stay").isEqualTo(values(DEFAULT));
  }

  @Test
  void whatIsSaidForOneComponentWins() {
    SandboxProperties usual = usual(Map.of("fuel", "100", "wall-clock", "1s"));
    SandboxLimits limits = overrides(Map.of("fuel", "5")).over(usual);

    assertThat(limits.fuel()).isEqualTo(5);
    assertThat(limits.wallClock()).isEqualTo(Duration.ofSeconds(1));
    assertThat(overrides(Map.of("module", "a.wasm")).module()).isEqualTo(Path.of("a.wasm"));
  }

  @Test
  void aLimitOfNothingIsRefusedWithItsName() {
    assertThatThrownBy(() -> usual(Map.of("host-calls", "0")))
        .rootCause()
        .hasMessageContaining("limit host-calls is 0; it must be above zero");
    SandboxOverrides none = overrides(Map.of("log-size", "0B"));
    assertThatThrownBy(() -> none.over(usual(Map.of())))
        .hasMessageContaining("limit log-size is 0; it must be above zero");
  }

  /** As configuration calls them, in the order of {@link SandboxLimits}. */
  private static List<String> names() {
    return List.of(
        "fuel",
        "allocation",
        "instance-allocation",
        "wall-clock",
        "stack-depth",
        "response-size",
        "host-calls",
        "log-size",
        "calls-per-instance",
        "instances");
  }

  private static List<String> values(SandboxLimits limits) {
    return Stream.of(SandboxLimits.class.getRecordComponents())
        .map(component -> value(component, limits))
        .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
  }

  private static String value(RecordComponent component, SandboxLimits limits) {
    try {
      return component.getAccessor().invoke(limits).toString();
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static SandboxProperties usual(Map<String, String> said) {
    return bind(SandboxProperties.class, said);
  }

  private static SandboxOverrides overrides(Map<String, String> said) {
    return bind(SandboxOverrides.class, said);
  }

  private static <T> T bind(Class<T> type, Map<String, String> said) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    said.forEach((name, value) -> source.put("it." + name, value));
    return new Binder(source).bindOrCreate("it", type);
  }
}
