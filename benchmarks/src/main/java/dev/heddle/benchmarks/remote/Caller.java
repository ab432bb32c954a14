package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;

/** A connection to the shop. Safe for use by many threads. */
interface Caller extends AutoCloseable {

  /** The sum, from the shop. */
  int add(int one, int other) throws Exception;

  /**
   * Places {@link Order#sample()}.
   *
   * @return whole units of the receipt's total
   */
  long place() throws Exception;

  /** Makes some calls, as part of one request where the peer knows of requests. */
  default void request(Calls calls) throws Exception {
    calls.make();
  }

  /** Some calls. */
  @FunctionalInterface
  interface Calls {
    void make() throws Exception;
  }
}
