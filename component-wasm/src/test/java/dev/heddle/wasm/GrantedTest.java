package dev.heddle.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK has of time and randomness comes from the host, where it was granted. */
final class GrantedTest {
  private static final String COMPONENT =
      """
      package shop;
      import dev.heddle.component.ComponentInterface;
      import java.util.List;
      @ComponentInterface
      public interface Chance { List<String> draw(); long now(); }
      """;
  private static final String IMPLEMENTATION =
      """
      package shop;
      import dev.heddle.component.ComponentImplementation;
      import dev.heddle.component.capability.RandomSource;
      import java.security.SecureRandom;
      import java.time.Instant;
      import java.time.InstantSource;
      import java.util.List;
      import java.util.UUID;
      import java.util.concurrent.ThreadLocalRandom;
      @ComponentImplementation
      final class Drawn implements Chance {
        Drawn(InstantSource clock, RandomSource random) {}
        @Override public List<String> draw() {
          long begun = System.nanoTime();
          return List.of(
              Long.toString(System.nanoTime() - begun),
              Integer.toHexString(new SecureRandom().nextInt()),
              UUID.randomUUID().toString(),
              Integer.toString(ThreadLocalRandom.current().nextInt(5)),
              Double.toString(Math.random()));
        }
        @Override public long now() {
          return Instant.now().toEpochMilli() + System.currentTimeMillis();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theHostAnswersForTheJdk() throws Exception {
    Fixture shop = new Fixture(folder).compile(COMPONENT, IMPLEMENTATION);
    shop.build();

    assertThat(ModuleImports.of(Files.readAllBytes(shop.module("shop.Drawn"))))
        .contains("heddle.nanos", "heddle.entropy", "heddle.instant");
  }
}
