package dev.heddle.boutique.cart;

import dev.heddle.boutique.values.LineItem;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;

/**
 * Shopping carts, one for each user id (1 to 64 letters, digits, dashes or underscores). Changes of
 * one cart by several callers at once are all kept.
 */
@ComponentInterface
public interface Cart {
  /** As many of a product as one addition may bring. */
  int MOST_ADDED = 10;

  /** As many different products as fit into a cart. */
  int MOST_LINES = 50;

  /**
   * Adds 1 to {@value #MOST_ADDED} of a product to a cart, beside what it already holds of it.
   *
   * @return the cart after the addition
   */
  CartView add(String userId, LineItem item) throws QuantityOutOfRange, CartFull;

  /** A user's cart; an empty one for a user who never had one. */
  @Idempotent
  CartView get(String userId);

  /** Takes everything out of a cart. */
  @Idempotent
  void empty(String userId);
}
