package dev.heddle.core;

import static dev.heddle.core.StreamFixture.giving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.StreamFixture.Counted;
import dev.heddle.core.StreamFixture.TestFeed;
import dev.heddle.core.StreamFixture.Way;
import dev.heddle.core.fixture.Overdrawn;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** Where and how long a returned stream lives is the same on every way. */
@Timeout(60)
final class StreamLifetimeTest {
  private static final ThreadLocal<String> BOUND = ThreadLocal.withInitial(() -> "nothing");

  private final Counted counted = new Counted();

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
  void whatStandsBesideTheCallersLogLinesStandsBesideTheProducers(Way way) {
    List<String> seen = new ArrayList<>();
    StreamFixture bank =
        new StreamFixture(
            way.options,
            giving(
                counted
                    .upTo(2)
                    .map(
                        number -> {
                          seen.add(String.valueOf(MDC.get("traceId")));
                          return number;
                        })));
    try (MDC.MDCCloseable unused = MDC.putCloseable("traceId", "4711")) {
      numbers(bank).forEachRemaining(number -> {});
    }
    assertThat(seen).containsExactly("4711", "4711");
  }

  private static ValueStream<Long> numbers(StreamFixture bank) {
    try {
      return bank.feed.numbers(3);
    } catch (Overdrawn impossible) {
      throw new AssertionError(impossible);
    }
  }
}
