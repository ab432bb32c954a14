package dev.heddle.boutique.cart;

import dev.heddle.boutique.values.LineItem;
import java.util.List;

/**
 * A cart as it was at one moment.
 *
 * @param lines what is in it, each product once, in the order in which they came
 */
public record CartView(List<LineItem> lines) {
  public CartView {
    lines = List.copyOf(lines);
  }

  /** How many things are in it. */
  public int size() {
    int size = 0;
    for (LineItem line : lines) size += line.quantity();
    return size;
  }
}
