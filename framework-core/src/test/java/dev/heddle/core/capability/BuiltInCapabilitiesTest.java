package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BuiltInCapabilitiesTest {

  @Test
  void randomUuidsAreOfVersionFour() {
    UUID uuid = new GeneratorRandomSource(new SecureRandom()).nextUuid();
    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void equalSeedsGiveEqualSequences() {
    GeneratorRandomSource one = new GeneratorRandomSource(new Random(7));
    GeneratorRandomSource other = new GeneratorRandomSource(new Random(7));
    assertThat(one.nextLong()).isEqualTo(other.nextLong());
    assertThat(one.nextBytes(16)).isEqualTo(other.nextBytes(16));
    assertThat(one.nextInt(10)).isEqualTo(other.nextInt(10)).isBetween(0, 9);
  }

  @Test
  void refusesTooManyRandomBytesAtOnce() {
    assertThatThrownBy(() -> new GeneratorRandomSource(new Random(7)).nextBytes(65_537))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }

  @Test
  void settingsShowWhatWasConfigured() {
    MapSettings settings = new MapSettings(Map.of("rate", "5"));
    assertThat(settings.get("rate")).contains("5");
    assertThat(settings.get("other")).isEmpty();
    assertThat(settings.all()).containsExactly(Map.entry("rate", "5"));
  }
}
