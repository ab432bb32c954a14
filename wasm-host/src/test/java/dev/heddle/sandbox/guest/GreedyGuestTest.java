package dev.heddle.sandbox.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import dev.heddle.sandbox.pool.PooledComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java that takes more than it may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GreedyGuestTest {
  private static final Path SOURCES = Path.of("src/test/resources/greedy");
  private static final SandboxLimits LIMITS =
      new SandboxLimits(
          160_000_000,
          4 << 20,
          64 << 20,
          Duration.ofSeconds(60),
          1_000,
          1 << 20,
          100,
          10_000,
          100_000,
          4);

  private JavaGuest guest;
  private PooledComponent pool;
  private Object greedy;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    guest =
        JavaGuest.of(
            folder,
            "greedy.Greedy",
            "greedy.GreedyImplementation",
            Files.readString(SOURCES.resolve("Greedy.java")),
            Files.readString(SOURCES.resolve("GreedyImplementation.java")));
    pool = guest.open(Grants.ECHO, LIMITS);
    greedy = guest.stub(pool);
  }

  @AfterAll
  void close() throws Exception {
    guest.close();
  }

  @ParameterizedTest
  @CsvSource({
    "a loop, fuel",
    "a loop that catches everything, fuel",
    "recursion, stack-depth",
    "recursion that catches everything, stack-depth",
    "one array, allocation",
    "arrays in a loop, allocation",
    "a list that grows, allocation",
    "a map that grows, allocation",
    "a string that doubles, allocation",
    "a builder that grows, allocation",
    "an exploding expression, fuel",
    "a sort of much, fuel"
  })
  void isStopped(String how, String limit) throws Exception {
    assertThatThrownBy(() -> guest.call(greedy, "be", how))
        .isInstanceOfSatisfying(
            ComponentLimitException.class,
            stopped -> {
              assertThat(stopped.limit()).isEqualTo(limit);
              assertThat(stopped.component()).isEqualTo("Greedy");
              assertThat(stopped.method()).isEqualTo("be");
            });
    assertThat(guest.call(greedy, "be", "modest")).isEqualTo("modest");
  }

  @Test
  void isReplacedWhenWhatStaysHasBecomeMuch() throws Exception {
    PooledComponent own = guest.open(Grants.ECHO, LIMITS);
    Object staying = guest.stub(own);
    int most = 0;
    for (int i = 0; i < 200; i++) {
      most =
          Math.max(most, Integer.parseInt(String.valueOf(guest.call(staying, "be", "what stays"))));
    }
    // 800 KB each, of the 64 MB that an instance may allocate.
    assertThat(most).isBetween(50, 84);
    assertThat(own.figures().discarded())
        .hasEntrySatisfying("allocation", count -> assertThat(count).isPositive());
  }

  @Test
  void mayThrowWhatItLikes() throws Exception {
    long discarded = pool.figures().discarded().values().stream().mapToLong(each -> each).sum();

    assertThatThrownBy(() -> guest.call(greedy, "be", "what nobody catches"))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("as it must");

    assertThat(pool.figures().discarded().values().stream().mapToLong(each -> each).sum())
        .isEqualTo(discarded);
  }
}
