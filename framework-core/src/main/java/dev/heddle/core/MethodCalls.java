package dev.heddle.core;

import dev.heddle.component.spi.CallCounter;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.SynchronizedHistogram;

/** What is known of the calls of one method along one edge. Safe for use by many threads. */
final class MethodCalls {
  private static final int SIGNIFICANT_DIGITS = 2;

  private final CallCounter counter;
  private final LongAdder bytes = new LongAdder();
  private final SynchronizedHistogram nanos = new SynchronizedHistogram(SIGNIFICANT_DIGITS);

  MethodCalls(String component, String method) {
    counter = new CallCounter(component, method);
    nanos.setAutoResize(true);
  }

  CallCounter counter() {
    return counter;
  }

  /** Notes how long a sampled call took, and when the next one is to be sampled. */
  void took(long elapsedNanos) {
    nanos.recordValue(Math.max(0, elapsedNanos));
    counter.sampled();
  }

  void encoded(int count) {
    bytes.add(count);
  }

  EdgeCalls snapshot(String caller, String callee, String method) {
    long calls = counter.calls();
    synchronized (nanos) {
      return new EdgeCalls(
          caller, callee, method, calls, counter.errors(), bytes.sum(), micros(50), micros(99), 0);
    }
  }

  private double micros(double percentile) {
    return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile) / 1000.0;
  }
}
