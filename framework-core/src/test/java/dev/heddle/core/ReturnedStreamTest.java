package dev.heddle.core;

import static dev.heddle.core.StreamFixture.giving;
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
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a component returns as a stream means the same on every way. */
@Timeout(60)
final class ReturnedStreamTest {
  private final Counted counted = new Counted();

  @ParameterizedTest
  @EnumSource
  void everyElementArrivesAndTheProducerIsClosedAtTheEnd(Way way) throws Overdrawn {
    for (int length = 0; length < 5; length++) {
      Counted producer = new Counted();
      StreamFixture bank = new StreamFixture(way.options, giving(producer.upTo(length)));
      List<Long> read = new ArrayList<>();

      ValueStream<Long> stream = bank.feed.numbers(length);
      for (long number : stream) read.add(number);

      assertThat(read).hasSize(length).isSorted();
      assertThat(producer.closed).hasValue(1);
      stream.close();
      assertThat(stream.hasNext()).isFalse();
      assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
      assertThat(producer.closed).hasValue(1);
      assertThat(bank.figures().calls()).isEqualTo(1);
      assertThat(bank.figures().errors()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsMadeBeforeItIsAskedFor(Way way) throws Overdrawn {
    StreamFixture bank = new StreamFixture(way.options, giving(counted.upTo(100)));

    try (ValueStream<Long> stream = bank.feed.numbers(100)) {
      assertThat(counted.made).hasValue(0);
      for (int read = 1; read <= 10; read++) {
        assertThat(stream.hasNext()).isTrue();
        assertThat(stream.hasNext()).isTrue();
        assertThat(stream.next()).isEqualTo(read - 1);
        assertThat(counted.made).hasValue(read);
      }
    }

    assertThat(counted.made).hasValue(10);
    assertThat(counted.closed).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void anEarlyCloseReachesTheProducerOnceAndEndsTheStream(Way way) throws Overdrawn {
    StreamFixture bank = new StreamFixture(way.options, giving(counted.upTo(100)));
    ValueStream<Long> stream = bank.feed.numbers(100);
    assertThat(stream.hasNext()).isTrue();

    stream.close();
    stream.close();

    assertThat(counted.closed).hasValue(1);
    assertThat(stream.hasNext()).isFalse();
    assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    assertThat(bank.figures().errors()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aDeclaredFailureArrivesAsItselfAtItsElement(Way way) throws Overdrawn {
    for (int elements = 0; elements < 3; elements++) {
      Counted producer = new Counted();
      StreamFixture bank =
          new StreamFixture(way.options, giving(producer.failingAfter(elements, new Overdrawn(7))));
      ValueStream<Long> stream = bank.feed.numbers(3);
      for (long read = 0; read < elements; read++) assertThat(stream.next()).isEqualTo(read);

      assertThatThrownBy(stream::next)
          .isInstanceOfSatisfying(
              Overdrawn.class, failure -> assertThat(failure.missing()).isEqualTo(7));

      assertThat(stream.hasNext()).isFalse();
      assertThat(producer.closed).hasValue(1);
      assertThat(bank.figures().errors()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUndeclaredFailureNamesTheMethod(Way way) throws Overdrawn {
    StreamFixture bank =
        new StreamFixture(
            way.options, giving(counted.failingAfter(1, new IllegalStateException("torn"))));
    ValueStream<Long> stream = bank.feed.numbers(3);
    stream.next();

    assertThatThrownBy(stream::hasNext)
        .isInstanceOfSatisfying(
            ComponentException.class,
            failure -> {
              assertThat(failure.component()).isEqualTo("Feed");
              assertThat(failure.method()).isEqualTo("numbers");
              assertThat(failure.failure()).isEqualTo("java.lang.IllegalStateException");
              assertThat(failure.failureMessage()).isEqualTo("torn");
            });

    assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
    assertThat(counted.closed).hasValue(1);
    assertThat(bank.figures().errors()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureOfTheMethodArrivesAtTheCall(Way way) {
    StreamFixture bank =
        new StreamFixture(
            way.options,
            new TestFeed() {
              @Override
              public ValueStream<Long> numbers(long count) throws Overdrawn {
                throw new Overdrawn(count);
              }
            });

    assertThatThrownBy(() -> bank.feed.numbers(3)).isInstanceOf(Overdrawn.class);

    assertThat(bank.figures().errors()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureToCloseAtTheEndArrivesAndAtAnEarlyCloseIsCounted(Way way) throws Overdrawn {
    StreamFixture bank =
        new StreamFixture(
            way.options,
            new TestFeed() {
              @Override
              public ValueStream<Long> numbers(long count) {
                return ValueStream.from(
                    List.of(1L),
                    () -> {
                      throw new IllegalStateException("stuck");
                    });
              }
            });
    ValueStream<Long> whole = bank.feed.numbers(1);
    whole.next();
    assertThatThrownBy(whole::hasNext)
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("stuck");
    assertThat(bank.figures().errors()).isEqualTo(1);

    bank.feed.numbers(1).close();

    assertThat(bank.figures().errors()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatIsNullIsRefusedByName(Way way) {
    @SuppressWarnings("NullAway") // what an author may do all the same
    TestFeed forgetful = giving(null);
    StreamFixture bank = new StreamFixture(way.options, forgetful);

    assertThatThrownBy(() -> bank.feed.numbers(1))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("InvalidValueException");
  }
}
