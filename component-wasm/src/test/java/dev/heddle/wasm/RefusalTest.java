package dev.heddle.wasm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest has not is refused where it stands. */
final class RefusalTest {
  private static final String COMPONENT =
      """
      package shop;
      import dev.heddle.component.ComponentInterface;
      @ComponentInterface
      public interface Work { String work(String text); }
      """;
  private static final String IMPLEMENTATION =
      """
      package shop;
      import dev.heddle.component.ComponentImplementation;
      @ComponentImplementation
      final class Worker implements Work {
        @Override public String work(String text) {
          return String.valueOf(%s);
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
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
          java.lang.reflect.Proxy.newProxyInstance(null, new Class<?>[] {Work.class}, null).hashCode() | uses no reflection | Name the classes
          """)
  void refuses(String expression, String rule, String remedy) throws Exception {
    Fixture shop = new Fixture(folder).compile(COMPONENT, IMPLEMENTATION.formatted(expression));

    assertThatThrownBy(shop::build)
        .isInstanceOf(SandboxBuildException.class)
        .hasMessageContaining(rule)
        .hasMessageContaining("shop.Worker.work(Worker.java:6)")
        .hasMessageContaining(remedy);
  }
}
