package shop;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import java.util.List;

@ComponentInterface
public interface Cart {
  CartView add(@RoutingKey String userId, LineItem item) throws CartFull, NoSuchProduct;

  @Idempotent
  CartView get(@RoutingKey String userId);

  void clear(String local, boolean edge);

  byte[] sign(byte[] document);

  default int size(String userId) {
    return get(userId).items().size();
  }

  static Cart none() {
    throw new UnsupportedOperationException();
  }

  record LineItem(String sku, int quantity, Money price) {
    public LineItem {
      if (quantity < 1) throw new IllegalArgumentException("quantity " + quantity);
    }
  }

  record CartView(String userId, List<LineItem> items, Money total) {}
}
