package dev.heddle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ComponentException;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import dev.heddle.sandbox.Neighbour;
import dev.heddle.sandbox.Probe;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.Mutants;
import dev.heddle.sandbox.pool.PooledComponent;
import dev.heddle.sandbox.pool.Watchdog;
import dev.heddle.wasm.Fixture;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Modules of components, changed in a few places: admission says what to do with them, and those
 * that it admits do what they do within limits, in this process, beside a component that is called
 * all the time. {@code -Dheddle.mutants} says how many, and {@code -Dheddle.mutants.seed} which is
 * the first.
 */
class MutatedModulesTest {
  private static final int COUNT = Integer.getInteger("heddle.mutants", 1_000);
  private static final long SEED = Long.getLong("heddle.mutants.seed", 1);
  private static final int WORKERS = 2;
  private static final SandboxLimits LIMITS =
      new SandboxLimits(
          1_000_000, 8 << 20, 64 << 20, Duration.ofSeconds(20), 500, 1 << 20, 100, 1_000, 100, 4);

  private final Watchdog watchdog = new Watchdog();
  private final Map<String, LongAdder> ends = new ConcurrentHashMap<>();
  private final LongAdder micros = new LongAdder();
  private EndiveEngine engine = new EndiveEngine(Optional.empty());
  private volatile long longest;

  @TempDir Path folder;

  @Test
  void endInWaysThatAreKnown() throws Exception {
    Path modules = Files.createDirectory(folder.resolve("modules"));
    build(modules);
    Mutants mutants = new Mutants(MutationWorker.modules(modules));
    engine = new EndiveEngine(Optional.of(MutationWorker.cache(modules)));
    try (Neighbour neighbour = new Neighbour(component("echo", HandMade.echo()));
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        long from = SEED + (long) COUNT * i / WORKERS;
        long to = SEED + (long) COUNT * (i + 1) / WORKERS;
        parts.add(
            threads.submit(
                () -> {
                  judge(modules, mutants, from, to);
                  return to;
                }));
      }
      for (Future<?> each : parts) each.get();
      neighbour.assertAnswered();
      System.out.printf(
          "%d mutants from seed %d: %s, of which %d were compiled here; judged in %d ms each, %d at most;"
              + " the neighbour answered %d times%n",
          COUNT,
          SEED,
          ends,
          engine.compilations(),
          micros.sum() / 1_000 / COUNT,
          longest / 1_000,
          neighbour.answers());
    } finally {
      watchdog.close();
    }
    assertThat(ends.keySet())
        .as("from seed %d", SEED)
        .contains(MutationWorker.REFUSED, "answered")
        .isSubsetOf(MutationWorker.REFUSED, "answered", "failed", "not judged to the end");
  }

  /** Judges mutants by a process, and by another one from where that one ended. */
  private void judge(Path modules, Mutants mutants, long from, long to) throws IOException {
    long next = from;
    while (next < to) {
      Process worker =
          new JudgeCommand(MutationWorker.class, Duration.ofHours(1), Optional.of(modules)).start();
      try (DataOutputStream out = new DataOutputStream(worker.getOutputStream());
          BufferedReader lines = worker.inputReader(StandardCharsets.UTF_8)) {
        out.writeLong(to);
        out.writeLong(next);
        out.flush();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          next = judged(line.split("\t", -1), mutants) + 1;
        }
      } finally {
        worker.destroyForcibly().onExit().join();
      }
      if (next < to) {
        count("not judged to the end");
        next++;
      }
    }
  }

  private long judged(String[] line, Mutants mutants) {
    long seed = Long.parseLong(line[0]);
    long took = Long.parseLong(line[2]);
    micros.add(took);
    longest = Math.max(longest, took);
    boolean admitted = line[1].equals(MutationWorker.ADMITTED);
    count(admitted ? run(seed, mutants.of(seed)) : line[1]);
    return seed;
  }

  private String run(long seed, byte[] mutant) {
    try {
      PooledComponent component = component("mutant " + seed, mutant);
      component.invoke(0, new byte[] {10, 1, 65});
      component.close();
      return "answered";
    } catch (ComponentException known) {
      return "failed";
    } catch (RuntimeException | Error unexpected) {
      return seed + ": " + unexpected;
    }
  }

  private void count(String end) {
    ends.computeIfAbsent(end, key -> new LongAdder()).increment();
  }

  private PooledComponent component(String digest, byte[] module) {
    return new PooledComponent(
        Probe.specification(Grants.ECHO, LIMITS),
        engine
            .compiled(GuestAbi.JAVA_1, Set.of(), digest)
            .orElseGet(
                () -> engine.compile(GuestModule.read(module), GuestAbi.JAVA_1, Set.of(), digest)),
        watchdog);
  }

  private void build(Path modules) throws Exception {
    Fixture shop =
        new Fixture(folder.resolve("shop"))
            .compile(
                """
                package shop;
                import dev.heddle.component.ComponentInterface;
                @ComponentInterface
                public interface Greeting { String greet(String name); }
                """,
                """
                package shop;
                import dev.heddle.component.ComponentImplementation;
                @ComponentImplementation
                final class Polite implements Greeting {
                  @Override public String greet(String name) { return "Good day, " + name; }
                }
                """,
                """
                package shop;
                import dev.heddle.component.ComponentInterface;
                @ComponentInterface
                public interface Sum { long of(java.util.List<Long> numbers); }
                """,
                """
                package shop;
                import dev.heddle.component.ComponentImplementation;
                @ComponentImplementation
                final class Added implements Sum {
                  @Override public long of(java.util.List<Long> numbers) {
                    long sum = 0;
                    for (long each : numbers) sum = Math.addExact(sum, each);
                    return sum;
                  }
                }
                """);
    shop.build();
    for (String each : List.of("shop.Polite", "shop.Added")) {
      Files.copy(shop.module(each), modules.resolve(each + ".wasm"));
    }
    Files.write(modules.resolve("echo.wasm"), HandMade.echo());
  }
}
