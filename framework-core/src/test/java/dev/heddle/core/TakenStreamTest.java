package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.StreamFixture.Counted;
import dev.heddle.core.StreamFixture.TestFeed;
import dev.heddle.core.StreamFixture.Way;
import dev.heddle.core.fixture.Overdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a component takes as a stream means the same on every way. */
@Timeout(60)
final class TakenStreamTest {
  private final Counted counted = new Counted();

  /** Reads at most so many numbers. */
  private static TestFeed reading(int most) {
    return new TestFeed() {
      @Override
      public long sum(String name, ValueStream<Long> numbers) {
        long sum = 0;
        for (int i = 0; i < most && numbers.hasNext(); i++) sum += numbers.next();
        return sum;
      }

      @Override
      public ValueStream<byte[]> echo(ValueStream<byte[]> parts) {
        return parts;
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyElementArrivesAndTheCallersStreamIsClosedOnItsThread(Way way) throws Overdrawn {
    for (int length = 0; length < 5; length++) {
      Counted source = new Counted();
      StreamFixture bank = new StreamFixture(way.options, reading(100));

      long sum = bank.feed.sum("all", source.upTo(length));

      assertThat(sum).isEqualTo(length * (length - 1) / 2);
      assertThat(source.closed).hasValue(1);
      assertThat(source.closer).isSameAs(Thread.currentThread());
      assertThat(bank.figures().calls()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheCalleeDoesNotReadIsNeverMade(Way way) throws Overdrawn {
    StreamFixture bank = new StreamFixture(way.options, reading(3));

    assertThat(bank.feed.sum("three", counted.upTo(1_000))).isEqualTo(3);

    assertThat(counted.made).hasValue(3);
    assertThat(bank.figures().elements()).isEqualTo(3);
    assertThat(counted.closed).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void theCallersFailureReachesTheCalleeAndThroughItTheCaller(Way way) {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    StreamFixture bank =
        new StreamFixture(
            way.options,
            new TestFeed() {
              @Override
              public long sum(String name, ValueStream<Long> numbers) {
                try {
                  numbers.forEachRemaining(number -> {});
                } catch (ComponentException failure) {
                  seen.set(failure);
                  assertThat(numbers.hasNext()).isFalse();
                  throw failure;
                }
                return 0;
              }
            });

    assertThatThrownBy(
            () ->
                bank.feed.sum(
                    "torn", counted.failingAfter(2, new IllegalStateException("no paper"))))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("Feed.sum failed with java.lang.IllegalStateException: no paper");

    assertThat(seen.get()).hasMessageContaining("no paper");
    assertThat(counted.closed).hasValue(1);
    assertThat(bank.figures().errors()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCalleeThatFailsClosesTheCallersStream(Way way) {
    StreamFixture bank =
        new StreamFixture(
            way.options,
            new TestFeed() {
              @Override
              public long sum(String name, ValueStream<Long> numbers) throws Overdrawn {
                throw new Overdrawn(numbers.next() + 41 + numbers.next());
              }
            });

    assertThatThrownBy(() -> bank.feed.sum("two", counted.upTo(9)))
        .isInstanceOf(Overdrawn.class)
        .hasMessageContaining("42");

    assertThat(counted.made).hasValue(2);
    assertThat(counted.closed).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void theCallersStreamRunsOnTheCallersThread(Way way) throws Overdrawn {
    List<Thread> threads = new ArrayList<>();
    StreamFixture bank = new StreamFixture(way.options, reading(100));

    bank.feed.sum(
        "mine",
        counted
            .upTo(3)
            .map(
                number -> {
                  threads.add(Thread.currentThread());
                  return number;
                }));

    assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
  }

  @ParameterizedTest
  @EnumSource
  void oneStreamGoesInWhileAnotherComesOut(Way way) {
    StreamFixture bank = new StreamFixture(way.options, reading(0));
    byte[] part = {1, 2, 3};
    ValueStream<byte[]> parts =
        ValueStream.generate(
            () -> {
              if (counted.made.get() == 4) return Optional.empty();
              counted.made.incrementAndGet();
              return Optional.of(part);
            },
            counted.upTo(0)::close);

    try (ValueStream<byte[]> echoed = bank.feed.echo(parts)) {
      assertThat(counted.made).hasValue(0);
      byte[] first = echoed.next();
      assertThat(first).isEqualTo(part).isNotSameAs(part);
      assertThat(counted.made).hasValue(1);
      assertThat(counted.closed).hasValue(0);
      assertThat(echoed.next()).isEqualTo(part);
    }

    assertThat(counted.made).hasValue(2);
    assertThat(counted.closed).hasValue(1);
    assertThat(bank.figures().elements()).isEqualTo(4);
  }
}
