package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.Runtime;

@ComponentImplementation(runtime = Runtime.JVM)
final class PlainShop implements Shop {
  private static final long NANOS = 1_000_000_000;

  @Override
  public int add(int one, int other) {
    return one + other;
  }

  @Override
  public Receipt place(Order order) {
    long units = 0;
    long nanos = 0;
    for (Order.Item item : order.items()) {
      units += item.price().units() * item.quantity();
      nanos += (long) item.price().nanos() * item.quantity();
    }
    return new Receipt(
        order.id(),
        order.items().size(),
        new Order.Money(
            order.total().currency(), units + nanos / NANOS, Math.toIntExact(nanos % NANOS)));
  }
}
