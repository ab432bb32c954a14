package shop;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.Log;
import java.util.List;

@ComponentImplementation
final class PersistentCart implements Cart {
  private final Log log;
  private final Catalog catalog;

  PersistentCart(Log log, Catalog catalog) {
    this.log = log;
    this.catalog = catalog;
  }

  @Override
  public CartView add(String userId, LineItem item) throws CartFull, NoSuchProduct {
    log.info("add for " + userId);
    if (item.quantity() > 10) throw new CartFull("at most 10", 10);
    if (catalog.find(item.sku()).isEmpty()) throw new NoSuchProduct(item.sku());
    return new CartView(userId, List.of(item), item.price());
  }

  @Override
  public CartView get(String userId) {
    if (userId.isEmpty()) throw new IllegalStateException("nobody");
    return new CartView(userId, List.of(), new Money("EUR", 0, 0));
  }

  @Override
  @SuppressWarnings("NullAway")
  public void clear(String local, boolean edge) {}

  @Override
  public byte[] sign(byte[] document) {
    document[0]++;
    return document;
  }
}
