package dev.heddle.boutique.cart;

import dev.heddle.boutique.cartcache.CartCache;
import dev.heddle.boutique.cartcache.StoredCart;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.component.ComponentImplementation;
import java.util.ArrayList;
import java.util.List;

/** Changes a cart by reading it, changing the copy and storing that if nobody was faster. */
@ComponentImplementation
final class VersionedCart implements Cart {
  /**
   * Somebody gets through in every round, so this many lost rounds mean that something is wrong.
   */
  private static final int MOST_ROUNDS = 10_000;

  private final CartCache carts;

  VersionedCart(CartCache carts) {
    this.carts = carts;
  }

  @Override
  public CartView add(String userId, LineItem item) throws QuantityOutOfRange, CartFull {
    if (item.quantity() > MOST_ADDED) throw new QuantityOutOfRange(item.quantity(), 1, MOST_ADDED);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      StoredCart cart = carts.get(userId);
      List<LineItem> lines = with(cart.lines(), item);
      if (carts.replace(userId, cart.version(), lines)) return new CartView(lines);
    }
    throw tooBusy();
  }

  @Override
  public CartView get(String userId) {
    return new CartView(carts.get(userId).lines());
  }

  @Override
  public void empty(String userId) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      StoredCart cart = carts.get(userId);
      if (cart.lines().isEmpty()) return;
      if (carts.replace(userId, cart.version(), List.of())) return;
    }
    throw tooBusy();
  }

  private static List<LineItem> with(List<LineItem> lines, LineItem added) throws CartFull {
    List<LineItem> changed = new ArrayList<>(lines);
    for (int i = 0; i < changed.size(); i++) {
      LineItem line = changed.get(i);
      if (!line.productId().equals(added.productId())) continue;
      changed.set(i, merged(line, added));
      return changed;
    }
    if (changed.size() == MOST_LINES) throw full();
    changed.add(added);
    return changed;
  }

  private static LineItem merged(LineItem line, LineItem added) throws CartFull {
    int quantity = line.quantity() + added.quantity();
    if (quantity > LineItem.MAX_QUANTITY) throw full();
    return new LineItem(line.productId(), quantity);
  }

  private static CartFull full() {
    return new CartFull(MOST_LINES, LineItem.MAX_QUANTITY);
  }

  private static IllegalStateException tooBusy() {
    return new IllegalStateException(
        "Others changed the cart in each of " + MOST_ROUNDS + " attempts; try again");
  }
}
