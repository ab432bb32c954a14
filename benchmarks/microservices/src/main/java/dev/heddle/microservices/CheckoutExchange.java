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
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Orders over HTTP. Public, because Spring calls its default method. */
public interface CheckoutExchange extends Checkout {

  @Override
  @PostExchange("/orders")
  Order placeOrder(@RequestBody OrderRequest request)
      throws EmptyCart, ProductNotFound, UnknownCurrency, InvalidCard, CardExpired, UnsupportedCard;

  @Override
  default ValueStream<Order> orders(String userId) {
    return ValueStream.from(placed(userId));
  }

  /** The orders that were placed for a user. */
  @GetExchange("/users/{userId}/orders")
  List<Order> placed(@PathVariable String userId);
}
