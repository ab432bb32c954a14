package dev.heddle.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one call within the process costs. Each call needs the result of the one before, as in a
 * loop that calls a component for each of many things; callers go through a field of the
 * interface's type, as injected ones do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class LocalCallBenchmark {
  private static final int CALLS = 1_000;

  /** Another implementation is loaded, so that the JVM cannot take the first for the only one. */
  private static final Orders OTHER = new Callers.OpenOrders(new PlainOrders());

  @Param
  @SuppressWarnings("NullAway.Init") // JMH sets it
  Callers caller;

  @SuppressWarnings("NullAway.Init") // JMH calls prepare
  private Orders orders;

  @Setup
  public void prepare() {
    if (OTHER.add(1, 1) < 2) throw new AssertionError("addition is broken");
    orders = caller.to(new PlainOrders());
  }

  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long oneThread() {
    return calls(orders);
  }

  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(CALLS)
  public long twoThreadsSharing() {
    return calls(orders);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static long calls(Orders orders) {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) sum = orders.add(sum, i);
    return sum;
  }
}
