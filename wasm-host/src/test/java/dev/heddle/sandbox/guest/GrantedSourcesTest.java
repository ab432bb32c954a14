package dev.heddle.sandbox.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.capability.RandomSource;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest that was granted a clock and randomness has those, and no others. */
final class GrantedSourcesTest {
  private static final Instant NOW = Instant.parse("2031-05-06T07:08:09.123456789Z");
  private static final String COMPONENT =
      """
      package shop;
      import dev.heddle.component.ComponentInterface;
      @ComponentInterface
      public interface Lottery {
        java.time.Instant now();
        String draw();
        long nanoTime();
        String uuid();
      }
      """;
  private static final String IMPLEMENTATION =
      """
      package shop;
      import dev.heddle.component.ComponentImplementation;
      import dev.heddle.component.capability.RandomSource;
      import java.time.Instant;
      import java.time.InstantSource;
      @ComponentImplementation
      final class FairLottery implements Lottery {
        private final InstantSource clock;
        private final RandomSource random;
        FairLottery(InstantSource clock, RandomSource random) {
          this.clock = clock;
          this.random = random;
        }
        @Override public Instant now() { return clock.instant(); }
        @Override public String draw() {
          return random.nextLong() + " " + random.nextInt(49) + " " + random.nextUuid()
              + " " + java.util.Arrays.toString(random.nextBytes(3));
        }
        @Override public long nanoTime() { return System.nanoTime(); }
        @Override public String uuid() { return java.util.UUID.randomUUID().toString(); }
      }
      """;

  @Test
  void itSeesTheGivenTimeAndDrawsFromTheGivenSeed(@TempDir Path folder) throws Exception {
    RandomSource expected = new Seeded(42);
    try (JavaGuest guest =
            JavaGuest.of(folder, "shop.Lottery", "shop.FairLottery", COMPONENT, IMPLEMENTATION);
        HeddleRuntime application = application(guest)) {
      application.start();
      application.place(guest.name(), Placement.SANDBOXED, "to see");
      Object lottery = guest.in(application);

      assertThat(guest.call(lottery, "now")).isEqualTo(NOW);
      for (int i = 0; i < 3; i++) {
        assertThat(guest.call(lottery, "draw")).isEqualTo(draw(expected));
      }
      long before = System.nanoTime();
      assertThat((Long) guest.call(lottery, "nanoTime")).isBetween(before, System.nanoTime());
      UUID drawn = UUID.fromString(String.valueOf(guest.call(lottery, "uuid")));
      assertThat(drawn.version()).isEqualTo(4);
      assertThat(guest.call(lottery, "uuid")).isNotEqualTo(drawn.toString());
    }
  }

  private static HeddleRuntime application(JavaGuest guest) {
    RandomSource random = new Seeded(42);
    return guest
        .application()
        .capability(InstantSource.class, component -> InstantSource.fixed(NOW))
        .capability(RandomSource.class, component -> random)
        .build();
  }

  private static String draw(RandomSource random) {
    return random.nextLong()
        + " "
        + random.nextInt(49)
        + " "
        + random.nextUuid()
        + " "
        + java.util.Arrays.toString(random.nextBytes(3));
  }

  private static final class Seeded implements RandomSource {
    private final Random random;

    Seeded(long seed) {
      random = new Random(seed);
    }

    @Override
    public long nextLong() {
      return random.nextLong();
    }

    @Override
    public int nextInt(int bound) {
      return random.nextInt(bound);
    }

    @Override
    public byte[] nextBytes(int count) {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    }

    @Override
    public UUID nextUuid() {
      return new UUID(random.nextLong(), random.nextLong());
    }
  }
}
