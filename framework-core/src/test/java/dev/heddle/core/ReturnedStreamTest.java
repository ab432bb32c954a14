package dev.heddle.core;

import static dev.heddle.core.StreamFixture.giving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.StreamFixture.Counted;
import dev.heddle.core.StreamFixture.TestFeed;
import dev.heddle.core.StreamFixture.Way;
import dev.heddle.core.fixture.Overdrawn;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a component returns as a stream means the same on every way. */
@Timeout(60)
final class ReturnedStreamTest {
  private static final ThreadLocal<String> BOUND = ThreadLocal.withInitial(() -> "nothing");

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
  void aForgottenStreamIsClosedWhenItsRequestEnds(Way way) {
    StreamFixture bank = new StreamFixture(way.options, giving(counted.upTo(100)));
    AtomicReference<ValueStream<Long>> forgotten = new AtomicReference<>();

    bank.request(
        () -> {
          ValueStream<Long> stream = numbers(bank);
          stream.next();
          forgotten.set(stream);
        });

    assertThat(counted.closed).hasValue(1);
    assertThatThrownBy(() -> forgotten.get().next())
        .isInstanceOf(ComponentCancelledException.class)
        .hasMessageContaining("Feed.numbers: the request ended before the stream was closed");
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledRequestReadsNoFurtherAndClosesTheProducer(Way way) {
    StreamFixture bank = new StreamFixture(way.options, giving(counted.upTo(100)));

    bank.request(
        () -> {
          ValueStream<Long> stream = numbers(bank);
          stream.next();
          RequestContext.current().orElseThrow().cancel();
          assertThatThrownBy(stream::next).isInstanceOf(ComponentCancelledException.class);
          assertThat(stream.hasNext()).isFalse();
          assertThat(counted.closed).hasValue(1);
        });

    assertThat(counted.made).hasValue(1);
    assertThat(bank.figures().errors()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherThreadMayCloseWhileAnElementIsAwaited(Way way) throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    StreamFixture bank =
        new StreamFixture(
            way.options,
            new TestFeed() {
              @Override
              public ValueStream<Long> numbers(long count) {
                return ValueStream.generate(
                    () -> {
                      inside.countDown();
                      released.await();
                      return java.util.Optional.of(1L);
                    },
                    counted.upTo(0)::close);
              }
            });
    ValueStream<Long> stream = bank.feed.numbers(1);
    AtomicReference<Boolean> answer = new AtomicReference<>();
    Thread reader = Thread.ofVirtual().start(() -> answer.set(stream.hasNext()));
    inside.await();

    stream.close();

    // On its own thread the producer is interrupted; on the reader's it is left alone.
    if (way == Way.LOCAL) released.countDown();
    reader.join();
    assertThat(answer.get()).isFalse();
    while (counted.closed.get() == 0) Thread.onSpinWait();
    assertThat(counted.closed).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"COPY", "LIMITED"})
  void theProducerRunsOnOneThreadOfItsOwnWithinTheRequest(Way way) {
    List<String> seen = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    StreamFixture bank =
        new StreamFixture(
            way.options,
            new TestFeed() {
              @Override
              public ValueStream<Long> numbers(long count) {
                threads.add(Thread.currentThread());
                return counted
                    .upTo(count)
                    .map(
                        number -> {
                          threads.add(Thread.currentThread());
                          seen.add(BOUND.get() + " " + RequestContext.current().isPresent());
                          return number;
                        });
              }
            });
    BOUND.set("a transaction");

    bank.request(() -> numbers(bank).forEachRemaining(number -> {}));

    assertThat(seen).hasSize(3).containsOnly("nothing true");
    assertThat(threads).doesNotContain(Thread.currentThread());
    assertThat(threads.stream().distinct()).hasSize(1);
    assertThat(counted.closer).isSameAs(threads.getFirst());
  }

  @ParameterizedTest
  @EnumSource
  void ofAMillionElementsNoneIsKept(Way way) throws Exception {
    long count = 1_000_000;
    StreamFixture bank = new StreamFixture(way.options, giving(counted.upTo(count)));
    List<WeakReference<Long>> samples = new ArrayList<>();
    AtomicReference<Long> sum = new AtomicReference<>(0L);

    // Threads of one kind hand over to each other fastest.
    Thread.ofVirtual()
        .start(
            () -> {
              long total = 0;
              for (Long number : numbers(bank)) {
                total += number;
                if (number % 50_000 == 49_999) samples.add(new WeakReference<>(number));
              }
              sum.set(total);
            })
        .join();

    // Nothing keeps an element that was read.
    while (samples.stream().anyMatch(sample -> sample.get() != null)) System.gc();

    assertThat(sum.get()).isEqualTo(count * (count - 1) / 2);
    assertThat(counted.closed).hasValue(1);
    if (way == Way.COPY) assertThat(bank.figures().bytes()).isGreaterThan(2 * count);
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

  private static ValueStream<Long> numbers(StreamFixture bank) {
    try {
      return bank.feed.numbers(3);
    } catch (Overdrawn impossible) {
      throw new AssertionError(impossible);
    }
  }
}
