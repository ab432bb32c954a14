package dev.heddle.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a guest has not is refused where it stands. */
final class RefusalTest {
  private static final String COMPONENT =
      """
      package shop;
      import dev.heddle.component.ComponentInterface;
      @ComponentInterface
      public interface Work%1$d { String work(String text); }
      """;
  private static final String IMPLEMENTATION =
      """
      package shop;
      import dev.heddle.component.ComponentImplementation;
      @ComponentImplementation
      final class Worker%1$d implements Work%1$d {
        @Override public String work(String text) {
          return String.valueOf(%2$s);
        }
      }
      """;

  private static final List<Refused> REFUSED =
      """
      System.nanoTime() | takes the time from a capability | Take InstantSource
      System.currentTimeMillis() | takes the time from a capability | Take InstantSource
      new java.util.Random().nextInt() | takes randomness from a capability | Take RandomSource
      java.util.UUID.randomUUID() | takes randomness from a capability | Take RandomSource
      new java.security.SecureRandom().nextInt() | takes randomness from a capability | Take RandomSource
      java.util.concurrent.ThreadLocalRandom.current().nextInt(3) | takes randomness | Take RandomSource
      Math.random() | takes randomness from a capability | Take RandomSource
      System.getProperty(text) | asks for no surroundings | Take Settings
      System.out.append(text) | not to the console | Take Log
      new Thread(() -> {}).getName() | starts no threads | in the call itself
      new java.io.File(text).exists() | opens no files | Take a capability
      new java.util.concurrent.locks.ReentrantLock().isLocked() | uses of the JDK | Runtime.JVM
      new java.util.concurrent.CompletableFuture<String>().isDone() | uses of the JDK | Runtime.JVM
      java.util.concurrent.Executors.newCachedThreadPool().isShutdown() | uses of the JDK | Runtime.JVM
      java.util.UUID.nameUUIDFromBytes(new byte[1]) | uses of the JDK | Runtime.JVM
      System.getLogger(text).getName() | uses of the JDK | Runtime.JVM
      java.time.Instant.now() | takes the time from a capability | Take InstantSource
      java.util.List.of(text).parallelStream().count() | uses of the JDK | Runtime.JVM
      java.util.stream.Stream.of(text).gather(java.util.stream.Gatherers.windowFixed(2)).count() | uses of the JDK | Runtime.JVM
      java.lang.reflect.Proxy.newProxyInstance(null, new Class<?>[] {Cloneable.class}, null).hashCode() | uses no reflection | Name the classes
      """
          .lines()
          .map(Refused::of)
          .toList();

  private static List<Problem> problems = List.of();

  /** All at once: what the compiler read of the JDK for one serves the next. */
  @BeforeAll
  static void buildThemAll(@TempDir Path folder) throws Exception {
    List<String> sources = new ArrayList<>();
    for (Refused each : REFUSED) {
      sources.add(COMPONENT.formatted(REFUSED.indexOf(each)));
      sources.add(IMPLEMENTATION.formatted(REFUSED.indexOf(each), each.expression));
    }
    Fixture shop = new Fixture(folder).compile(sources.toArray(String[]::new));
    problems = catchThrowableOfType(SandboxBuildException.class, shop::build).problems();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refuses(Refused refused) {
    String worker = "Worker" + REFUSED.indexOf(refused);
    String place = "shop.%1$s.work(%1$s.java:6)".formatted(worker);

    assertThat(problems)
        .filteredOn(problem -> problem.place().contains(worker + "."))
        .isNotEmpty()
        .anySatisfy(
            problem -> {
              assertThat(problem.place()).isEqualTo(place);
              assertThat(problem.rule()).contains(refused.rule);
              assertThat(problem.remedy()).contains(refused.remedy);
            });
  }

  record Refused(String expression, String rule, String remedy) {
    static Refused of(String line) {
      String[] parts = line.split(" \\| ", -1);
      return new Refused(parts[0], parts[1], parts[2]);
    }
  }
}
