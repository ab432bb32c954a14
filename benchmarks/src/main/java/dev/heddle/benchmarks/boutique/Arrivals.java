package dev.heddle.benchmarks.boutique;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * An open loop: requests begin at fixed times, whether or not earlier ones are answered, and each
 * is timed from when it was to begin.
 *
 * @param perSecond how many begin in a second
 */
record Arrivals(int perSecond) {
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 3;

  /**
   * Makes requests for a while, and times them after a while.
   *
   * @return how long each took, in nanoseconds
   * @throws ExecutionException when an answer is wrong
   */
  Histogram run(Shop shop, Surface surface, Duration settling, Duration length)
      throws InterruptedException, ExecutionException {
    Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    Queue<Shopper> idle = new ConcurrentLinkedQueue<>();
    long settled = settling.toNanos() * perSecond / TimeUnit.SECONDS.toNanos(1);
    long all = settled + length.toNanos() * perSecond / TimeUnit.SECONDS.toNanos(1);
    List<Future<?>> requests = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begun = System.nanoTime();
      for (long i = 0; i < all; i++) {
        long due = begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
        awaitTime(due);
        Shopper waiting = idle.poll();
        Shopper shopper = waiting != null ? waiting : new Shopper(shop, surface, i);
        boolean timed = i >= settled;
        requests.add(
            threads.submit(
                () -> {
                  shopper.act();
                  long nanos = System.nanoTime() - due;
                  if (timed) latencies.recordValue(Math.min(nanos, LONGEST_NANOS));
                  idle.add(shopper);
                  return nanos;
                }));
      }
    }
    for (Future<?> each : requests) each.get();
    return latencies;
  }

  private static void awaitTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
