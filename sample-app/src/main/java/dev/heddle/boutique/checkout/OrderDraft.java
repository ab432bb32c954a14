package dev.heddle.boutique.checkout;

import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Order;
import dev.heddle.boutique.values.OrderLine;
import java.util.List;

/**
 * An order with its final prices that may not be paid yet. It is stored before the charge, so that
 * an attempt that follows a crash pays for the same things at the same price.
 *
 * @param placed whether it was paid and shipped; then {@code trackingId} and {@code transactionId}
 *     are known
 */
record OrderDraft(
    boolean placed,
    String orderId,
    String trackingId,
    String transactionId,
    Money shippingCost,
    List<OrderLine> lines) {

  static OrderDraft priced(String orderId, Money shippingCost, List<OrderLine> lines) {
    return new OrderDraft(false, orderId, "-", "-", shippingCost, List.copyOf(lines));
  }

  OrderDraft placedAs(String trackingId, String transactionId) {
    return new OrderDraft(true, orderId, trackingId, transactionId, shippingCost, lines);
  }

  Order order() {
    return new Order(orderId, trackingId, transactionId, lines, shippingCost);
  }

  List<LineItem> items() {
    return lines.stream().map(OrderLine::item).toList();
  }
}
