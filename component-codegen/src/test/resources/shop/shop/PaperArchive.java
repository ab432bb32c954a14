package shop;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ValueStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import shop.Cart.CartView;
import shop.Cart.LineItem;

@ComponentImplementation
final class PaperArchive implements Archive {
  private final List<LineItem> stored = new ArrayList<>();

  @Override
  public ValueStream<CartView> carts(String userId, int limit) throws CartFull {
    if (limit < 0) throw new CartFull("limit", limit);
    int[] made = {0};
    return ValueStream.generate(
        () -> {
          if (made[0] == 3) throw new CartFull(userId, 3);
          if (made[0] == limit) return Optional.empty();
          made[0]++;
          return Optional.of(new CartView(userId, List.copyOf(stored), new Money("EUR", 0, made[0])));
        });
  }

  @Override
  public int store(String shelf, ValueStream<LineItem> items, boolean sorted) throws CartFull {
    for (LineItem item : items) {
      if (item.quantity() > 10) throw new CartFull(shelf, stored.size());
      stored.add(item);
    }
    return stored.size();
  }

  @Override
  public void forget(ValueStream<Long> ids) {
    ids.forEachRemaining(id -> stored.remove(id.intValue()));
  }

  @Override
  public ValueStream<Map<String, Integer>> count(ValueStream<List<String>> requests) {
    return requests.map(
        words -> words.stream().collect(Collectors.toMap(word -> word, String::length)));
  }

  @Override
  public long size() {
    return stored.size();
  }
}
