package dev.heddle.boutique.values;

import java.util.List;

/**
 * An order that was paid and shipped. All amounts are in one currency.
 *
 * @param orderId the order's number
 * @param trackingId the parcel's number
 * @param transactionId the payment's number
 * @param lines what was ordered, at least one line
 * @param shippingCost what the shipment cost
 */
public record Order(
    String orderId,
    String trackingId,
    String transactionId,
    List<OrderLine> lines,
    Money shippingCost) {
  public Order {
    lines = List.copyOf(lines);
    Require.that(!lines.isEmpty(), "An order has at least one line");
  }

  /** What was paid: every line and the shipment. */
  public Money total() {
    Money total = shippingCost;
    for (OrderLine line : lines) total = total.plus(line.cost());
    return total;
  }
}
