package dev.heddle.benchmarks;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.Runtime;

@ComponentImplementation(runtime = Runtime.JVM)
final class PlainOrders implements Orders {
  /** Read in each call, so that a call cannot be computed away. */
  private final long base = System.nanoTime() & 1;

  @Override
  public long add(long one, long other) {
    return one + other + base;
  }

  @Override
  public long place(Order order) {
    return order.items().size();
  }
}
