package dev.heddle.core;

import static dev.heddle.core.StreamFixture.giving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.StreamFixture.Counted;
import dev.heddle.core.StreamFixture.TestFeed;
import dev.heddle.core.StreamFixture.Way;
import dev.heddle.core.fixture.Overdrawn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deadline is that of the whole stream. */
@Timeout(60)
final class StreamDeadlineTest {
  private final Counted counted = new Counted();
  private final CountDownLatch never = new CountDownLatch(1);

  private static RuntimeOptions limited(Duration deadline) {
    return RuntimeOptions.DEFAULT.withComponents(
        Map.of("Feed", ComponentOptions.NONE.withDeadline(deadline)));
  }

  /** Gives two numbers, and waits for ever. */
  private TestFeed stuck(CountDownLatch inside, CountDownLatch interrupted) {
    return giving(
        ValueStream.generate(
            () -> {
              if (counted.made.get() < 2) return Optional.of((long) counted.made.getAndIncrement());
              inside.countDown();
              try {
                never.await();
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
              return Optional.empty();
            },
            counted.upTo(0)::close));
  }

  @Test
  void anElementThatComesTooLateIsNotWaitedForAndItsProducerIsInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    StreamFixture bank =
        new StreamFixture(
            limited(Duration.ofSeconds(2)), stuck(new CountDownLatch(1), interrupted));
    ValueStream<Long> stream = bank.feed.numbers(9);
    assertThat(stream.next()).isZero();
    assertThat(stream.next()).isEqualTo(1);

    assertThatThrownBy(stream::next)
        .isInstanceOf(ComponentTimeoutException.class)
        .hasMessageContaining("Feed.numbers: no answer within 2000 ms");

    interrupted.await();
    assertThat(stream.hasNext()).isFalse();
    while (counted.closed.get() == 0) Thread.onSpinWait();
    assertThat(bank.figures().errors()).isEqualTo(1);
  }

  @Test
  void aReaderThatComesBackTooLateIsRefusedAndFindsTheProducerClosed() throws Exception {
    StreamFixture bank = new StreamFixture(limited(Duration.ofSeconds(2)), giving(counted.upTo(9)));
    ValueStream<Long> stream = bank.feed.numbers(9);
    assertThat(stream.next()).isZero();

    // The producer is closed though nobody asks.
    while (counted.closed.get() == 0) Thread.onSpinWait();

    assertThatThrownBy(stream::next)
        .isInstanceOf(ComponentTimeoutException.class)
        .hasMessageContaining("Feed.numbers: the deadline of 2000 ms passed");
    assertThat(counted.made).hasValue(1);
    assertThat(counted.closed).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "COPY"})
  void aStreamIsReadNoFurtherWhenItsRequestsDeadlineHasPassed(Way way) {
    StreamFixture bank = new StreamFixture(way.options, giving(counted.upTo(9)));
    RequestContext request =
        bank.runtime
            .requests()
            .enter("Test", TraceContext.create(), Duration.ofSeconds(2), () -> "read");
    bank.runtime
        .requests()
        .run(
            request,
            () -> {
              try (ValueStream<Long> stream = bank.feed.numbers(9)) {
                stream.next();
                while (!request.stopped()) Thread.onSpinWait();
                assertThatThrownBy(stream::next)
                    .isInstanceOf(ComponentTimeoutException.class)
                    .hasMessageContaining("the deadline of 2000 ms passed");
                while (counted.closed.get() == 0) Thread.onSpinWait();
              } catch (Overdrawn impossible) {
                throw new AssertionError(impossible);
              }
              return true;
            });

    assertThat(counted.made).hasValue(1);
    assertThat(counted.closed).hasValue(1);
  }

  @Test
  void anInterruptedReaderStopsWaitingAndStaysInterrupted() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    StreamFixture bank =
        new StreamFixture(limited(Duration.ofMinutes(1)), stuck(inside, interrupted));
    AtomicReference<String> seen = new AtomicReference<>("");
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    bank.feed.numbers(9).forEachRemaining(number -> {});
                  } catch (ComponentCancelledException | Overdrawn failure) {
                    seen.set(failure.getMessage() + Thread.currentThread().isInterrupted());
                  }
                });
    inside.await();

    reader.interrupt();

    reader.join();
    interrupted.await();
    assertThat(seen.get()).isEqualTo("Feed.numbers: the caller was interruptedtrue");
  }

  @Test
  void aCallThatTakesAStreamTooLongClosesIt() {
    StreamFixture bank =
        new StreamFixture(
            limited(Duration.ofSeconds(2)),
            new TestFeed() {
              @Override
              public long sum(String name, ValueStream<Long> numbers) {
                numbers.next();
                try {
                  never.await();
                } catch (InterruptedException expected) {
                  assertThatThrownBy(numbers::next).isInstanceOf(ComponentTimeoutException.class);
                }
                return 0;
              }
            });

    assertThatThrownBy(() -> bank.feed.sum("slow", counted.upTo(9)))
        .isInstanceOf(ComponentTimeoutException.class);

    assertThat(counted.made).hasValue(1);
    assertThat(counted.closed).hasValue(1);
  }
}
