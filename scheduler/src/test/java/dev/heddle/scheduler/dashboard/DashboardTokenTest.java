package dev.heddle.scheduler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class DashboardTokenTest {
  private final DashboardToken token = DashboardToken.random();

  @Test
  void matchesItselfAlone() {
    assertThat(token.matches(token.text())).isTrue();
    assertThat(token.matches(DashboardToken.random().text())).isFalse();
    assertThat(token.matches("")).isFalse();
    assertThat(token.matches(token.text() + "A")).isFalse();
    assertThat(token.matches("é".repeat(43))).isFalse();
  }

  @Test
  void comesBackFromItsText() {
    assertThat(DashboardToken.of(token.text()).matches(token.text())).isTrue();
    assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void refusesWhatIsTooShort() {
    assertThatIllegalArgumentException().isThrownBy(() -> DashboardToken.of("c2hvcnQ"));
  }

  @Test
  void doesNotSayItselfInALog() {
    assertThat(token).asString().doesNotContain(token.text());
  }
}
