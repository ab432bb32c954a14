package dev.heddle.microservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.email.AddressRejected;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.IdempotencyKeyReused;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

final class RefusalTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();

  static Stream<Exception> everyDeclaredException() {
    return Stream.of(
        new ProductNotFound("NOPE"),
        new UnknownCurrency("XXX"),
        new QuantityOutOfRange(11, 1, 10),
        new CartFull(50, 999),
        new EmptyCart(),
        new InvalidCard("it is torn"),
        new CardExpired(2, 2020),
        new UnsupportedCard("JCB"),
        new IdempotencyKeyReused("key"),
        new AddressRejected("it has no @"));
  }

  @ParameterizedTest
  @MethodSource("everyDeclaredException")
  void arrivesAsItself(Exception thrown) {
    String sent = JSON.writeValueAsString(Refusal.write(thrown).orElseThrow());
    assertThat(Refusal.read(JSON.readTree(sent)))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("stackTrace", "suppressedExceptions", "depth")
        .isEqualTo(thrown);
  }

  @Test
  void knowsNothingOfOthers() {
    assertThat(Refusal.write(new IllegalStateException("broken"))).isEmpty();
    assertThat(Refusal.read(JSON.readTree("{\"type\":\"about:blank\"}"))).isEmpty();
  }
}
