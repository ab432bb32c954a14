package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlacementsTest {
  @Test
  void becomeTheApplicationsArguments() {
    Map<String, String> placements = new TreeMap<>(Map.of("all", "sandboxed", "Cart", "local"));
    assertThat(Placements.arguments(placements))
        .containsExactly(
            "--heddle.components.Cart.placement=local", "--heddle.placement=sandboxed");
    assertThat(Placements.arguments(Map.of())).isEmpty();
  }
}
