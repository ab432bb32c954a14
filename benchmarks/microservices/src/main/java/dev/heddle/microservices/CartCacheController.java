package dev.heddle.microservices;

import dev.heddle.boutique.cartcache.CartCache;
import dev.heddle.boutique.cartcache.StoredCart;
import dev.heddle.boutique.values.LineItem;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link CartCache}. */
@RestController
final class CartCacheController implements CartCacheExchange {
  private final CartCache carts;

  CartCacheController(Implementations implementations) {
    carts = implementations.of(CartCache.class);
  }

  @Override
  public StoredCart get(String userId) {
    return carts.get(userId);
  }

  @Override
  public boolean replace(String userId, long expectedVersion, List<LineItem> lines) {
    return carts.replace(userId, expectedVersion, lines);
  }
}
