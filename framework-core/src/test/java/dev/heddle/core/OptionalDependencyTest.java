package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Page;
import dev.heddle.core.fixture.Sky;
import dev.heddle.core.fixture.Vault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionalDependencyTest {

  @Test
  void isEmptyWhereNobodyImplementsTheComponentOrGrantsTheCapability() {
    assertThat(shown(builder())).isEqualTo("a vault");
  }

  @Test
  void holdsTheCapabilityThatIsGranted() {
    assertThat(shown(builder().capability(Sky.class, component -> () -> "blue")))
        .isEqualTo("a vault under blue");
  }

  @Test
  void isEmptyWhereConfigurationSaysThatThereIsToBeNone() {
    ComponentOptions none = ComponentOptions.NONE.withImplementation("none");
    HeddleRuntimeBuilder builder =
        builder().options(RuntimeOptions.DEFAULT.withComponents(Map.of("Vault", none)));
    assertThat(shown(builder)).isEqualTo("nothing");
    try (HeddleRuntime runtime = builder.build()) {
      assertThat(runtime.status().components())
          .extracting(Status.Component::name)
          .doesNotContain("Vault", "Banner");
      assertThatThrownBy(() -> runtime.component("Test", Vault.class))
          .hasMessageContaining("is not a component of the application");
    }
  }

  private static String shown(HeddleRuntimeBuilder builder) {
    try (HeddleRuntime runtime = builder.build()) {
      runtime.start();
      return runtime.component("Test", Page.class).show();
    }
  }

  private static HeddleRuntimeBuilder builder() {
    return HeddleRuntime.builder(Fixtures.pages());
  }
}
