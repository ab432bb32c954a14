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

/** What an order of twenty items costs on its way to bytes and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class CodecBenchmark {
  @Param
  @SuppressWarnings("NullAway.Init") // JMH sets it
  Codecs codec;

  private final Order order = Order.sample();

  @SuppressWarnings("NullAway.Init") // JMH calls prepare
  private byte[] bytes;

  @Setup
  public void prepare() {
    bytes = codec.encode(order);
    if (!codec.decode(bytes).equals(order)) {
      throw new AssertionError(codec + " does not give back the order that it was given");
    }
  }

  @Benchmark
  public byte[] encode() {
    return codec.encode(order);
  }

  @Benchmark
  public Order decode() {
    return codec.decode(bytes);
  }
}
