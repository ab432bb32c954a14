package dev.heddle.microservices;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.checkout.OrderRequest;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.values.Order;
import dev.heddle.component.ValueStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Checkout}. */
@RestController
final class CheckoutController implements CheckoutExchange {
  private final Checkout orders;

  CheckoutController(Implementations implementations) {
    orders = implementations.of(Checkout.class);
  }

  @Override
  public Order placeOrder(OrderRequest request)
      throws EmptyCart,
          ProductNotFound,
          UnknownCurrency,
          InvalidCard,
          CardExpired,
          UnsupportedCard {
    return orders.placeOrder(request);
  }

  @Override
  public List<Order> placed(String userId) {
    List<Order> placed = new ArrayList<>();
    try (ValueStream<Order> stream = orders.orders(userId)) {
      stream.forEach(placed::add);
    }
    return placed;
  }
}
