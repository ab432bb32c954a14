package dev.heddle.microservices;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.CartView;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.values.LineItem;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Cart}. */
@RestController
final class CartController implements CartExchange {
  private final Cart carts;

  CartController(Implementations implementations) {
    carts = implementations.of(Cart.class);
  }

  @Override
  public CartView add(String userId, LineItem item) throws QuantityOutOfRange, CartFull {
    return carts.add(userId, item);
  }

  @Override
  public CartView get(String userId) {
    return carts.get(userId);
  }

  @Override
  public void empty(String userId) {
    carts.empty(userId);
  }
}
