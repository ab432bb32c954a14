package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import java.util.Locale;

/** What is called, with a look at the answer. */
enum Operation {
  ADD {
    @Override
    void call(Caller caller, int number) throws Exception {
      expect(number + 42L, caller.add(number, 42));
    }
  },
  PLACE {
    @Override
    void call(Caller caller, int number) throws Exception {
      expect(UNITS, caller.place());
    }
  };

  private static final long UNITS = new PlainShop().place(Order.sample()).total().units();

  /**
   * Makes one call.
   *
   * @param number an argument, where the operation takes one
   * @throws IllegalStateException when the answer is wrong
   */
  abstract void call(Caller caller, int number) throws Exception;

  /** The name for people. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void expect(long expected, long answer) {
    if (answer != expected) {
      throw new IllegalStateException("the answer is " + answer + ", not " + expected);
    }
  }
}
