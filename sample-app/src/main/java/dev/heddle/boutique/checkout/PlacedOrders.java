package dev.heddle.boutique.checkout;

import dev.heddle.boutique.values.Order;
import dev.heddle.component.capability.KeyValueStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One user's orders as they are asked for: keys by the page, drafts one by one. */
final class PlacedOrders {
  private static final int PAGE = 50;

  private final KeyValueStore store;
  private final String prefix;
  private final Function<String, Optional<byte[]>> drafts;
  private final Deque<String> keys = new ArrayDeque<>();
  private String after = "";
  private boolean last;

  /**
   * The orders whose keys have a prefix.
   *
   * @param drafts finds what stands under a key
   */
  PlacedOrders(KeyValueStore store, String prefix, Function<String, Optional<byte[]>> drafts) {
    this.store = store;
    this.prefix = prefix;
    this.drafts = drafts;
  }

  /** The next one, empty when there is none. */
  Optional<Order> next() {
    while (!keys.isEmpty() || turnPage()) {
      Optional<Order> order =
          drafts
              .apply(keys.remove())
              .map(DraftFormat::decode)
              .filter(OrderDraft::placed)
              .map(OrderDraft::order);
      if (order.isPresent()) return order;
    }
    return Optional.empty();
  }

  private boolean turnPage() {
    if (last) return false;
    List<String> page = store.list(prefix, after, PAGE);
    last = page.size() < PAGE;
    keys.addAll(page);
    if (!page.isEmpty()) after = page.getLast();
    return !page.isEmpty();
  }
}
