package dev.heddle.benchmarks;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.WasmSandbox;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
 * How long it takes to place a component in the sandbox whose module was compiled before: all
 * checks, the classes from the cache, and a first instance.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(3)
public class LoadBenchmark {
  /** There is one way; JMH's results are told apart by a parameter. */
  public enum From {
    CACHE
  }

  @Param
  @SuppressWarnings("NullAway.Init") // JMH sets it
  From from;

  @SuppressWarnings("NullAway.Init") // JMH calls prepare
  private CompiledCache cache;

  @Setup
  public void prepare() throws IOException {
    Path folder = Files.createTempDirectory("heddle-load");
    cache = CompiledCache.standard(folder);
  }

  @Benchmark
  public Object load() {
    try (Sandbox sandbox =
        new WasmSandbox(new EndiveEngine(Optional.of(cache)), Optional.empty())) {
      return Placed.sandboxed(sandbox, SandboxLimits.DEFAULT);
    }
  }
}
