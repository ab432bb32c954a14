package dev.heddle.boutique.values;

/**
 * A line of an order.
 *
 * @param item what was ordered
 * @param unitPrice what one of it cost, in the order's currency
 */
public record OrderLine(LineItem item, Money unitPrice) {
  /** What the whole line cost. */
  public Money cost() {
    return unitPrice.times(item.quantity());
  }
}
