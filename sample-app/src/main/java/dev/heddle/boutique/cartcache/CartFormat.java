package dev.heddle.boutique.cartcache;

import dev.heddle.boutique.values.LineItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cart is stored: a line with its version, then a line for each product with its id and
 * quantity.
 */
final class CartFormat {
  private CartFormat() {}

  static byte[] encode(StoredCart cart) {
    StringBuilder text = new StringBuilder().append(cart.version()).append('\n');
    for (LineItem line : cart.lines())
      text.append(line.productId()).append(' ').append(line.quantity()).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalStateException when it is something else
   */
  static StoredCart decode(byte[] stored) {
    String[] lines = new String(stored, StandardCharsets.UTF_8).split("\n");
    try {
      List<LineItem> items = new ArrayList<>();
      for (int i = 1; i < lines.length; i++) items.add(item(lines[i]));
      return new StoredCart(Long.parseLong(lines[0]), items);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException("A stored cart is unreadable", unreadable);
    }
  }

  private static LineItem item(String line) {
    int space = line.indexOf(' ');
    if (space < 0) throw new IllegalArgumentException("A line without a quantity");
    return new LineItem(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
  }
}
