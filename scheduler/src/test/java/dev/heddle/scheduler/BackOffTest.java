package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Duration SHORT = Duration.ofMillis(10);

  @Test
  void theFirstStartIsAtOnceAndEachPauseTwiceAsLongUpToHalfAMinute() {
    assertThat(
            Stream.iterate(BackOff.NONE, each -> each.after(SHORT)).map(BackOff::pause).limit(10))
        .extracting(Duration::toMillis)
        .containsExactly(
            0L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
  }

  @Test
  void oneThatRanForAWhileBeginsAnew() {
    BackOff tired = BackOff.NONE.after(SHORT).after(SHORT).after(SHORT);
    assertThat(tired.after(BackOff.RECOVERED).pause()).isEqualTo(BackOff.SHORTEST);
    assertThat(tired.after(BackOff.RECOVERED.minusMillis(1)).pause())
        .isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void noNumberOfEndsMakesThePauseLonger() {
    assertThat(new BackOff(Integer.MAX_VALUE - 1).after(SHORT).pause()).isEqualTo(BackOff.LONGEST);
  }
}
