package shop;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.RandomSource;
import java.util.List;
import java.util.Optional;

@ComponentImplementation(name = "discounted", primary = true, maxReplicas = 1)
final class DiscountedCart implements Cart {
  private final Optional<Catalog> catalog;
  private final Optional<RandomSource> random;
  private final CartLimits limits;

  DiscountedCart(Optional<Catalog> catalog, Optional<RandomSource> random, CartLimits limits) {
    this.catalog = catalog;
    this.random = random;
    this.limits = limits;
  }

  @Override
  public CartView add(String userId, LineItem item) {
    return get(userId);
  }

  @Override
  public CartView get(String userId) {
    return new CartView(userId, List.of(), new Money("EUR", 0, 0));
  }

  @Override
  public void clear(String local, boolean edge) {}

  @Override
  public byte[] sign(byte[] document) {
    return document;
  }

  @Override
  public int size(String userId) {
    return limits.mostItems() + (catalog.isPresent() ? 2 : 0) + (random.isPresent() ? 1 : 0);
  }
}
