package dev.heddle.core;

import dev.heddle.component.spi.CallCounter;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.SynchronizedHistogram;

/** What is known of the calls of one method along one edge. Safe for use by many threads. */
final class MethodCalls implements EdgeFigures {
  private static final int SIGNIFICANT_DIGITS = 2;

  private final String caller;
  private final String callee;
  private final String method;
  private final CallCounter counter;
  private final CallSampling sampling;
  private final LongAdder bytes = new LongAdder();
  private final LongAdder elements = new LongAdder();
  private final SynchronizedHistogram nanos = new SynchronizedHistogram(SIGNIFICANT_DIGITS);

  MethodCalls(String caller, String callee, String method) {
    this.caller = caller;
    this.callee = callee;
    this.method = method;
    nanos.setAutoResize(true);
    counter = new CallCounter(callee, method, nanos::recordValue);
    sampling = new CallSampling(counter, System.nanoTime());
  }

  CallCounter counter() {
    return counter;
  }

  CallSampling sampling() {
    return sampling;
  }

  void encoded(int count) {
    bytes.add(count);
  }

  void passed() {
    elements.increment();
  }

  EdgeCalls snapshot() {
    return new EdgeCalls(
        caller,
        callee,
        method,
        calls(),
        errors(),
        bytes(),
        elements(),
        nanosAt(50) / 1000.0,
        nanosAt(99) / 1000.0,
        0);
  }

  @Override
  public String caller() {
    return caller;
  }

  @Override
  public String callee() {
    return callee;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public long calls() {
    return sampling.calls();
  }

  @Override
  public long errors() {
    return counter.errors();
  }

  @Override
  public long bytes() {
    return bytes.sum();
  }

  @Override
  public long elements() {
    return elements.sum();
  }

  @Override
  public long nanosAt(double percentile) {
    return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile);
  }
}
