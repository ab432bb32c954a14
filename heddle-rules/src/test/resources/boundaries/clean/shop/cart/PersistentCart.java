package shop.cart;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.KeyValueStore;
import java.net.URI;
import shop.cart.store.Stored;
import shop.catalog.Catalog;
import shop.catalog.NoSuchProduct;
import shop.catalog.Product;
import shop.values.Money;

@ComponentImplementation
final class PersistentCart implements Cart {
  private final KeyValueStore store;
  private final Catalog catalog;

  PersistentCart(KeyValueStore store, Catalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public Money add(String productId) {
    try {
      Product product = catalog.find(URI.create(productId).getPath());
      Runnable keep = () -> new Stored(store, productId);
      keep.run();
      return switch (product.kind()) {
        case GOODS -> product.price();
        case SERVICE -> new Money("EUR", 0);
      };
    } catch (NoSuchProduct unknown) {
      throw new IllegalArgumentException(unknown.getMessage());
    }
  }
}
