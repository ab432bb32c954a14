package dev.heddle.boutique.cartcache;

import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Require;
import java.util.List;

/**
 * A cart and the number of its latest change.
 *
 * @param version 0 for a cart that was never stored; each change adds one
 * @param lines what is in the cart, each product once
 */
public record StoredCart(long version, List<LineItem> lines) {
  /** The cart of somebody who never had one. */
  static final StoredCart NONE = new StoredCart(0, List.of());

  public StoredCart {
    Require.that(version >= 0, "A version is not negative, found " + version);
    lines = List.copyOf(lines);
  }
}
