package dev.heddle.boutique.front;

import dev.heddle.boutique.values.Money;
import java.util.List;

/**
 * What the cart's page shows.
 *
 * @param shipping what sending it costs
 * @param total what all of it costs
 */
record CartPage(List<CartLine> lines, Money shipping, Money total) {
  int size() {
    return lines.stream().mapToInt(CartLine::quantity).sum();
  }
}
