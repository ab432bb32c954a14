package dev.heddle.benchmarks.boutique;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A closed loop: each shopper makes the next request when the last is answered.
 *
 * @param shoppers how many there are
 */
record Saturation(int shoppers) {

  /**
   * What was seen.
   *
   * @param requests how many were answered
   * @param nanos for how long
   * @param serverNanos processor time of the shop's processes meanwhile
   * @param driverNanos and of this one
   */
  record Seen(long requests, long nanos, long serverNanos, long driverNanos) {

    double requestsPerSecond() {
      return requests * 1e9 / nanos;
    }

    double serverMillis() {
      return serverNanos / 1e6 / requests;
    }

    double driverMillis() {
      return driverNanos / 1e6 / requests;
    }
  }

  private record Mark(long requests, long nanoTime, long serverNanos, long driverNanos) {
    Seen to(Mark end) {
      return new Seen(
          end.requests - requests,
          end.nanoTime - nanoTime,
          end.serverNanos - serverNanos,
          end.driverNanos - driverNanos);
    }
  }

  /**
   * Lets the shoppers in, and watches them for a while after a while.
   *
   * @param servers processor time of the shop's processes so far, in nanoseconds
   * @throws ExecutionException when an answer is wrong
   */
  Seen run(Shop shop, Surface surface, Duration settling, Duration length, Supplier<Long> servers)
      throws InterruptedException, ExecutionException {
    AtomicLong requests = new AtomicLong();
    List<FutureTask<Boolean>> running = new ArrayList<>();
    long begun = System.nanoTime();
    long end = begun + settling.plus(length).toNanos();
    for (int number = 0; number < shoppers; number++) {
      Shopper shopper = new Shopper(shop, surface, number);
      FutureTask<Boolean> task =
          new FutureTask<>(
              () -> {
                while (System.nanoTime() - end < 0) {
                  shopper.act();
                  requests.incrementAndGet();
                }
                return true;
              });
      running.add(task);
      Thread.startVirtualThread(task);
    }
    Thread.sleep(settling);
    Mark first = mark(requests, servers);
    Thread.sleep(length);
    Mark last = mark(requests, servers);
    for (FutureTask<Boolean> each : running) each.get();
    return first.to(last);
  }

  private static Mark mark(AtomicLong requests, Supplier<Long> servers) {
    return new Mark(requests.get(), System.nanoTime(), servers.get(), ProcessUsage.ofThisProcess());
  }
}
