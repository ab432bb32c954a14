package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.test.fixture.Exit;
import dev.heddle.test.fixture.Ledger;
import dev.heddle.test.fixture.Left;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@HeddleTest(modes = {Mode.LOCAL, Mode.COPY, Mode.REMOTE})
class EventsTest {

  @Test
  void waitsUntilWhatWasPublishedIsDelivered(Exit exit, Ledger ledger, TestEvents events) {
    for (int time = 1; time <= 5; time++) exit.leave("Ada", time);
    events.awaitDelivered();
    assertThat(ledger.times("Ada")).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void saysWhatWasNotDelivered(Exit exit, TestEvents events) {
    exit.leave("nobody", 1);
    assertThatThrownBy(events::awaitDelivered)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Ledger.note:1 failed with")
        .hasMessageContaining("nobody left");
    events.awaitSettled();
    assertThat(events.deadLetters()).singleElement().extracting(it -> it.attempts()).isEqualTo(3);
  }

  @Test
  void aTestWithoutEventsWaitsForNothing(TestEvents events) {
    events.awaitDelivered();
    assertThat(events.deadLetters()).isEmpty();
  }

  @Nested
  class WithAFakeSubscriber {
    private final List<Left> noted = Collections.synchronizedList(new ArrayList<>());

    @Fake
    final Ledger ledger =
        new Ledger() {
          @Override
          public void note(Left left) {
            noted.add(left);
          }

          @Override
          public List<Integer> times(String name) {
            return List.of();
          }
        };

    @Test
    void deliversToTheFake(Exit exit, TestEvents events) {
      exit.leave("Ada", 7);
      events.awaitDelivered();
      assertThat(noted).containsExactly(new Left("Ada", 7));
    }
  }
}
