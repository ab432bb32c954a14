package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import dev.heddle.component.ComponentInterface;

/** The component whose calls from one process to another are measured. */
@ComponentInterface
public interface Shop {

  /** A call that does next to nothing, so that only the way to it is measured. */
  int add(int one, int other);

  /** A call whose argument is worth carrying. */
  Receipt place(Order order);

  /**
   * The answer to an order.
   *
   * @param order the order's number
   * @param items how many lines it has
   * @param total what all of them cost
   */
  record Receipt(long order, int items, Order.Money total) {}
}
