package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;

/** Calls a shop in this process. */
record LocalCaller() implements Caller {
  private static final Shop SHOP = new PlainShop();

  @Override
  public int add(int one, int other) {
    return SHOP.add(one, other);
  }

  @Override
  public long place() {
    return SHOP.place(Order.sample()).total().units();
  }

  @Override
  public void close() {}
}
