package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every source of secrets does, whatever stands behind it. */
abstract class SecretsContract {
  private Secrets payment;
  private Secrets email;

  /** Secrets of several components. */
  abstract Secrets shared();

  /** Makes a secret known to what {@link #shared} gives, over the one that was there. */
  abstract void provide(String component, String name, String value) throws Exception;

  @BeforeEach
  void twoComponentsHaveTheirOwn() {
    payment = new ScopedSecrets(shared(), "Payment");
    email = new ScopedSecrets(shared(), "Email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "api-key", "tls.key", "API_KEY", "9", "a..b"})
  void findsASecretUnderAnyNameThatIsAllowed(String name) throws Exception {
    assertThat(payment.get(name)).isEmpty();
    provide("Payment", name, "hunter2 \u00e9\u4e2d = $ \"");
    assertThat(payment.get(name)).contains("hunter2 \u00e9\u4e2d = $ \"");
  }

  @Test
  void seesTheValueThatReplacedAnother() throws Exception {
    provide("Payment", "key", "old");
    assertThat(payment.get("key")).contains("old");
    provide("Payment", "key", "new");
    assertThat(payment.get("key")).contains("new");
  }

  @Test
  void aComponentSeesOnlyItsOwnSecrets() throws Exception {
    provide("Payment", "key", "of payment");
    assertThat(email.get("key")).isEmpty();
    assertThat(new ScopedSecrets(shared(), "Pay").get("ment_key")).isEmpty();
    provide("Email", "key", "of email");
    assertThat(payment.get("key")).contains("of payment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../Email/key", "a/b", "a\\b", "a\0b", "a b", "\u00e9"})
  void refusesNamesThatCouldReachElsewhere(String name) throws Exception {
    provide("Email", "key", "of email");
    assertThatThrownBy(() -> payment.get(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 128 letters");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(payment.get("x".repeat(128))).isEmpty();
    assertThatThrownBy(() -> payment.get("x".repeat(129))).hasMessageContaining("1 to 128");
  }

  @Test
  void saysNoValueOfItself() throws Exception {
    provide("Payment", "key", "hunter2");
    assertThat(payment.get("key")).contains("hunter2");
    assertThat(payment.toString() + shared()).doesNotContain("hunter2");
  }
}
