package dev.heddle.boutique.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.MemoryStore;
import dev.heddle.boutique.RecordedLog;
import dev.heddle.boutique.SeededRandom;
import dev.heddle.boutique.Together;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Order;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.ValueStream;
import dev.heddle.component.capability.EventPublishException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CartCheckoutTest {
  private static final Address ADDRESS = new Address("1 Loom Lane", "10115", "Berlin", "", "DE");

  private final Neighbours shop = new Neighbours();
  private final MemoryStore orders = new MemoryStore();
  private final RecordedLog log = new RecordedLog();
  private final Checkout checkout =
      new CartCheckout(
          shop, shop, shop, shop.catalog(), shop, orders, shop, new SeededRandom(1), log);

  @Test
  void takesTheStepsInOrder() throws Exception {
    Order order = checkout.placeOrder(request("k"));
    assertThat(order.total()).isEqualTo(new Money("EUR", 17, 0));
    assertThat(order.trackingId()).isEqualTo("T-" + order.orderId());
    assertThat(shop.lines).isEmpty();
    assertThat(shop.calls)
        .containsExactly(
            "Cart.get",
            "Catalog.get",
            "Currency.convert",
            "Catalog.get",
            "Currency.convert",
            "Shipping.quote",
            "Currency.convert",
            "Payment.charge",
            "Shipping.ship",
            "Cart.empty",
            "OrderPlaced");
    assertThat(shop.published).containsExactly(new OrderPlaced("ann", "ann@example.com", order));
  }

  @Test
  void returnsTheSameOrderForTheSameKey() throws Exception {
    Order first = checkout.placeOrder(request("k"));
    shop.lines = List.of(new LineItem("JAR", 5));
    assertThat(checkout.placeOrder(request("k"))).isEqualTo(first);
    assertThat(shop.charged).hasSize(1);
    assertThat(shop.lines).hasSize(1);
    assertThat(checkout.placeOrder(request("other")).orderId()).isNotEqualTo(first.orderId());
  }

  @Test
  void streamsAUsersOwnPlacedOrdersAndReadsThemAsTheyAreAskedFor() throws Exception {
    List<Order> placed = new ArrayList<>();
    for (int i = 100; i < 220; i++) {
      shop.lines = List.of(new LineItem("JAR", 1));
      placed.add(checkout.placeOrder(request("k" + i)));
    }
    orders.put("order/ann/k150", "released".getBytes(StandardCharsets.UTF_8));
    placed.remove(50);
    orders.put("order/anna/k", orders.get("order/ann/k100").orElseThrow());
    try (ValueStream<Order> stream = checkout.orders("ann")) {
      assertThat(stream.next()).isEqualTo(placed.getFirst());
      assertThat(orders.delete("order/ann/k101")).isTrue();
      assertThat(stream.next()).isEqualTo(placed.get(2));
      List<Order> rest = new ArrayList<>();
      stream.forEachRemaining(rest::add);
      assertThat(rest).isEqualTo(placed.subList(3, 119));
    }
    assertThat(checkout.orders("nobody").hasNext()).isFalse();
    assertThatThrownBy(() -> checkout.orders("ann/k")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void placesOneOrderForManyAttemptsAtOnce() throws Exception {
    List<Order> placed = Together.run(16, () -> checkout.placeOrder(request("k")));
    assertThat(placed).containsOnly(placed.getFirst());
    assertThat(shop.charged).hasSize(1);
    // More than once, perhaps: who subscribes knows the order by its id.
    assertThat(shop.published).extracting(OrderPlaced::order).containsOnly(placed.getFirst());
  }

  @Test
  void returnsTheOrderOfAnAttemptThatWasFaster() throws Exception {
    List<Order> faster = new ArrayList<>();
    orders.beforeNextWrite(() -> faster.add(place("k")));
    assertThat(checkout.placeOrder(request("k"))).isEqualTo(faster.getFirst());
    assertThat(shop.charged).hasSize(1);
    assertThat(shop.published).extracting(OrderPlaced::order).containsExactly(faster.getFirst());
  }

  @Test
  void returnsTheOrderOfAnAttemptThatEmptiedTheCartMeanwhile() throws Exception {
    List<Order> faster = new ArrayList<>();
    shop.beforeNextGet.set(() -> faster.add(place("k")));
    assertThat(checkout.placeOrder(request("k"))).isEqualTo(faster.getFirst());
    assertThat(shop.charged).hasSize(1);
  }

  @Test
  void isFinishedByTheNextAttemptWhenItCouldNotBeTold() throws Exception {
    shop.publishFailure =
        Optional.of(new EventPublishException(EventPublishException.Reason.UNAVAILABLE, "down"));
    assertThatThrownBy(() -> checkout.placeOrder(request("k")))
        .isInstanceOf(EventPublishException.class);
    shop.publishFailure = Optional.empty();
    Order order = checkout.placeOrder(request("k"));
    assertThat(shop.published).extracting(OrderPlaced::order).containsExactly(order);
    assertThat(shop.charged).hasSize(1);
  }

  @Test
  void goesOnAtTheSamePriceAfterAnAttemptThatBroke() throws Exception {
    shop.shippingFailure =
        Optional.of(new ComponentUnavailableException("Shipping", "ship", "down"));
    assertThatThrownBy(() -> checkout.placeOrder(request("k")))
        .isInstanceOf(ComponentUnavailableException.class);
    assertThat(shop.lines).as("the cart is kept").hasSize(2);
    shop.shippingFailure = Optional.empty();
    shop.lines = List.of(new LineItem("MUG", 9));
    Order order = checkout.placeOrder(request("k"));
    assertThat(order.total()).isEqualTo(new Money("EUR", 17, 0));
    assertThat(shop.charged).hasSize(1);
  }

  @Test
  void pricesTheCartAnewAfterARefusedCard() throws Exception {
    assertThatThrownBy(() -> checkout.placeOrder(request("k", "EUR", "")))
        .isInstanceOf(InvalidCard.class);
    assertThat(shop.calls).doesNotContain("Shipping.ship", "Cart.empty", "OrderPlaced");
    shop.lines = List.of(new LineItem("JAR", 1));
    assertThat(checkout.placeOrder(request("k")).total()).isEqualTo(new Money("EUR", 6, 0));
  }

  @Test
  void refusesAnEmptyCart() {
    shop.lines = List.of();
    assertThatThrownBy(() -> checkout.placeOrder(request("k"))).isInstanceOf(EmptyCart.class);
    assertThat(shop.calls).containsExactly("Cart.get");
    assertThat(orders.everything()).isEmpty();
  }

  @Test
  void saysWhatItCannotSellOrCount() {
    assertThatThrownBy(() -> checkout.placeOrder(request("k", "XXX", "4111111111111111")))
        .isInstanceOf(UnknownCurrency.class);
    shop.lines = List.of(new LineItem("GONE", 1));
    assertThatThrownBy(() -> checkout.placeOrder(request("k"))).isInstanceOf(ProductNotFound.class);
    assertThat(shop.charged).isEmpty();
  }

  @Test
  void storesNothingOfCardAndAddress() throws Exception {
    checkout.placeOrder(request("k"));
    assertThat(orders.everything() + log.lines() + request("k"))
        .doesNotContain("4111111111111111", "737");
    assertThat(orders.everything() + log.lines()).doesNotContain("Loom", "ann@example.com");
  }

  @Test
  void saysWhenAStoredOrderIsUnreadable() {
    for (String stored : List.of("", "placed a b c", "placed a b\nEUR 1 0", "x\ny\nz"))
      assertThatThrownBy(() -> DraftFormat.decode(stored.getBytes(StandardCharsets.UTF_8)))
          .as(stored)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("unreadable");
  }

  private Order place(String key) {
    try {
      return checkout.placeOrder(request(key));
    } catch (Exception refused) {
      throw new AssertionError(refused);
    }
  }

  private static OrderRequest request(String key) {
    return request(key, "EUR", "4111111111111111");
  }

  private static OrderRequest request(String key, String currencyCode, String number) {
    return new OrderRequest(
        key, "ann", currencyCode, "ann@example.com", ADDRESS, new Card(number, 1, 2030, "737"));
  }
}
