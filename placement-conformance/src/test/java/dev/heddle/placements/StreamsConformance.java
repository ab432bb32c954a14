package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ValueStream;
import dev.heddle.placements.fixture.OutOfStock;
import dev.heddle.placements.fixture.Workbench.Piece;
import dev.heddle.placements.fixture.Workbench.Thing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Streams of values pass either way, and end once. */
interface StreamsConformance extends Tried {

  @Test
  default void aStreamIsReadToItsEnd() {
    try (ValueStream<Long> numbers = workbench().count(2_000)) {
      for (long expected = 0; expected < 2_000; expected++) {
        assertThat(numbers.next()).isEqualTo(expected);
      }
      assertThat(numbers.hasNext()).isFalse();
    }
  }

  @Test
  default void aStreamIsTaken() {
    List<Long> numbers = LongStream.range(0, 2_000).boxed().toList();
    assertThat(workbench().sum(ValueStream.from(numbers))).isEqualTo(1_999_000);
  }

  @Test
  default void aStreamIsTakenWhileAnotherIsReturned() throws OutOfStock {
    List<Thing> things =
        IntStream.range(0, 100)
            .<Thing>mapToObj(i -> new Piece("piece " + i, Optional.of("ß")))
            .toList();
    try (ValueStream<Thing> passed = workbench().pass(ValueStream.from(things))) {
      for (Thing thing : things) assertThat(passed.next()).isEqualTo(thing);
      assertThat(passed.hasNext()).isFalse();
    }
  }

  @Test
  default void aStreamThatNobodyReadsToItsEndIsClosedOnce() throws OutOfStock {
    AtomicInteger closed = new AtomicInteger();
    List<Thing> things =
        IntStream.range(0, 1_000).<Thing>mapToObj(i -> new Piece("", Optional.empty())).toList();
    try (ValueStream<Thing> passed =
        workbench().pass(ValueStream.from(things, closed::incrementAndGet))) {
      passed.next();
    }
    Quiet.await(() -> closed.get() > 0);
    assertThat(closed).hasValue(1);
  }

  @Test
  default void aDeclaredExceptionOfTheMethodArrivesAsItself() {
    assertThatThrownBy(
            () -> {
              try (ValueStream<Thing> passed = workbench().pass(ValueStream.empty())) {
                passed.hasNext();
              }
            })
        .isInstanceOfSatisfying(
            OutOfStock.class, failure -> assertThat(failure.item()).isEqualTo("things"));
  }

  @Test
  default void aFailureOfTheProducerArrivesAfterItsValues() {
    try (ValueStream<Long> numbers = workbench().countAndFail(2)) {
      assertThat(numbers.next()).isZero();
      assertThat(numbers.next()).isOne();
      ComponentException failure = catchThrowableOfType(ComponentException.class, numbers::hasNext);
      assertThat(failure.failureMessage()).isEqualTo("no more than 2");
    }
  }
}
