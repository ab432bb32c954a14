package dev.heddle.boutique.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.RecordedLog;
import dev.heddle.boutique.Together;
import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Order;
import dev.heddle.component.capability.Log;
import dev.heddle.test.Fake;
import dev.heddle.test.HeddleTest;
import dev.heddle.test.Mode;
import dev.heddle.test.TestEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkout and Email together: an order is confirmed by one mail. */
@HeddleTest(modes = {Mode.LOCAL, Mode.COPY, Mode.SANDBOXED})
final class ConfirmationTest {
  @Fake private final Log log = new RecordedLog();

  @Test
  void confirmsAnOrderOnceForManyAttemptsAtOnce(Cart cart, Checkout checkout, TestEvents events)
      throws Exception {
    cart.add("ann", new LineItem("6E92ZMYYFZ", 2));
    OrderRequest request =
        new OrderRequest(
            "key",
            "ann",
            "EUR",
            "ann@example.com",
            new Address("1 Loom Lane", "10115", "Berlin", "", "DE"),
            new Card("4111111111111111", 1, 2030, "737"));
    List<Order> orders = Together.run(16, () -> checkout.placeOrder(request));
    events.awaitDelivered();
    assertThat(orders).containsOnly(orders.getFirst());
    assertThat(((RecordedLog) log).lines())
        .filteredOn(line -> line.contains("Mail from"))
        .singleElement()
        .asString()
        .contains(orders.getFirst().orderId());
  }
}
