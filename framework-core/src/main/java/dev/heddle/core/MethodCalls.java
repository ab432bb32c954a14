package dev.heddle.core;

import dev.heddle.component.spi.CallCounter;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * What is known of the calls of one method along one edge that went to one placement. Safe for use
 * by many threads.
 */
final class MethodCalls implements EdgeFigures {
  private static final int SIGNIFICANT_DIGITS = 2;

  private final String caller;
  private final String callee;
  private final String method;
  private final Placement placement;
  private final CallCounter counter;
  private final CallSampling sampling;
  private final LongAdder bytes = new LongAdder();
  private final LongAdder elements = new LongAdder();
  private final LongAdder timedNanos = new LongAdder();
  private final SynchronizedHistogram nanos = new SynchronizedHistogram(SIGNIFICANT_DIGITS);

  MethodCalls(String caller, String callee, String method) {
    this(caller, callee, method, Placement.LOCAL);
  }

  MethodCalls(String caller, String callee, String method, Placement placement) {
    this.caller = caller;
    this.callee = callee;
    this.method = method;
    this.placement = placement;
    nanos.setAutoResize(true);
    counter = new CallCounter(callee, method, this::timed);
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

  private void timed(long took) {
    nanos.recordValue(took);
    timedNanos.add(took);
  }

  /** A copy of the latencies so far. */
  Histogram nanos() {
    synchronized (nanos) {
      Histogram copy = new Histogram(SIGNIFICANT_DIGITS);
      copy.setAutoResize(true);
      copy.add(nanos);
      return copy;
    }
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
  public Placement placement() {
    return placement;
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
  public long timed() {
    return nanos.getTotalCount();
  }

  @Override
  public long timedNanos() {
    return timedNanos.sum();
  }

  @Override
  public long nanosAt(double percentile) {
    return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile);
  }
}
