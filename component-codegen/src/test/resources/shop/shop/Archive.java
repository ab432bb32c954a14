package shop;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import dev.heddle.component.ValueStream;
import java.util.List;
import java.util.Map;
import shop.Cart.CartView;
import shop.Cart.LineItem;

/** Carts of the past, read and written one after the other. */
@ComponentInterface
public interface Archive {
  @Idempotent
  ValueStream<CartView> carts(@RoutingKey String userId, int limit) throws CartFull;

  int store(String shelf, ValueStream<LineItem> items, boolean sorted) throws CartFull;

  void forget(ValueStream<Long> ids);

  ValueStream<Map<String, Integer>> count(ValueStream<List<String>> requests);

  long size();
}
