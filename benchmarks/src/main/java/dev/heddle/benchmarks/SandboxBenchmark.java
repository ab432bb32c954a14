package dev.heddle.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a call of the same component costs inside the sandbox and outside of it, each from request
 * message to response message: decoding, the call, and encoding, with every limit on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SandboxBenchmark {
  @Param
  @SuppressWarnings("NullAway.Init") // JMH sets it
  Placed placed;

  @SuppressWarnings("NullAway.Init") // JMH calls prepare
  private Placed.Callee callee;

  @Setup
  public void prepare() {
    callee = placed.open();
  }

  @Benchmark
  public byte[] echo() {
    return callee.invoke(Requests.ECHO.method(), Requests.ECHO.message());
  }

  @Benchmark
  public byte[] basket() {
    return callee.invoke(Requests.BASKET.method(), Requests.BASKET.message());
  }
}
