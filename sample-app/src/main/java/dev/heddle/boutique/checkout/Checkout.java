package dev.heddle.boutique.checkout;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.values.Order;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import dev.heddle.component.ValueStream;

/** Turns a cart into an order. */
@ComponentInterface
public interface Checkout {

  /**
   * Charges what is in the user's cart, ships it, empties the cart and publishes {@link
   * OrderPlaced}. A second call with the same user and idempotency key returns the first one's
   * order; a refused card changes nothing.
   */
  @Idempotent
  Order placeOrder(OrderRequest request)
      throws EmptyCart, ProductNotFound, UnknownCurrency, InvalidCard, CardExpired, UnsupportedCard;

  /**
   * Every order that was placed for a user, in the order of their idempotency keys. A user's orders
   * only grow in number, so they are read from the store as they are asked for.
   *
   * @param userId 1 to 64 letters, digits, dashes or underscores
   */
  @Idempotent
  ValueStream<Order> orders(String userId);
}
