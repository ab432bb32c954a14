package dev.heddle.benchmarks;

import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.Meter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
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
 * What the way into a module and out of it costs: sixteen bytes for one that hands them back, with
 * its meter, and without codec and pool.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CrossingBenchmark {
  /**
   * A message is a struct that holds an array of bytes, and {@code heddle_invoke} returns the one
   * that it is given.
   */
  private static final String MODULE =
      "0061736d010000000128075e78015f0163000160017f01630160027f630101630160000060017f017f60037f7f"
          + "6301016301030403020403072d030a686564646c655f6e657700000c686564646c655f737461727400"
          + "010d686564646c655f696e766f6b6500020a14030a002000fb0700fb00010b02000b040020010b";

  private static final Budget FOR_EVER = new Budget(Meter.MOST_FUEL, 1_000, 1L << 62);

  /** There is one way; JMH's results are told apart by a parameter. */
  public enum Into {
    MODULE
  }

  @Param
  @SuppressWarnings("NullAway.Init") // JMH sets it
  Into into;

  @SuppressWarnings("NullAway.Init") // JMH calls prepare
  private GuestInstance instance;

  private final byte[] message = new byte[16];

  @Setup
  public void prepare() {
    GuestModule module = GuestModule.read(HexFormat.of().parseHex(MODULE));
    instance =
        new EndiveEngine(Optional.empty())
            .compile(module, GuestAbi.JAVA_1, Set.of(), "crossing")
            .instantiate(new Nowhere());
    instance.refill(FOR_EVER);
    instance.start();
  }

  @Benchmark
  public byte[] crossing() {
    return instance.invoke(0, message);
  }
}
