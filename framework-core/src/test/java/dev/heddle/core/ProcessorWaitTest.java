package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class ProcessorWaitTest {
  private static final Duration STEP = Duration.ofMillis(10);

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long now = -5;
  private final ProcessorWait wait = new ProcessorWait(() -> now);
  private final Deque<Long> queue = new ArrayDeque<>();
  private int refusals;

  @Test
  void aShortWaitRefusesNobodyHoweverLongItLasts() {
    for (int i = 0; i < 1_000; i++) {
      arrive();
      arrive();
      pass(STEP);
      begin();
      begin();
    }
    assertThat(refusals).isZero();
  }

  @Test
  void aHiccupRefusesNobody() {
    for (int i = 0; i < 20; i++) arrive();
    pass(ProcessorWait.INTERVAL.minus(STEP));
    begin();
    arrive();
    while (!queue.isEmpty()) begin();
    arrive();
    assertThat(refusals).isZero();
  }

  @Test
  void aWaitThatLastsRefusesTheNextUntilItIsShortAgain() {
    overload();
    assertThat(refusals).isPositive();
    while (queue.size() > 1) begin();
    pass(STEP);
    queue.addLast(wait.enter());
    begin();
    begin();
    int before = refusals;
    arrive();
    assertThat(refusals).isEqualTo(before);
  }

  @Test
  void underThreefoldLoadTheWaitStaysNearItsTargetAndAlmostNothingIsLost() {
    overload();
    int begun = 0;
    long longest = 0;
    for (int i = 0; i < 2_000; i++) {
      for (int arrival = 0; arrival < 3; arrival++) arrive();
      pass(STEP);
      if (queue.isEmpty()) continue;
      longest = Math.max(longest, now - queue.peekFirst());
      begin();
      begun++;
    }
    assertThat(begun).as("a processor is never idle").isGreaterThan(1_990);
    assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(2));
    while (queue.size() > 10) begin();
    pass(STEP);
    begin();
    int before = refusals;
    queue.clear();
    arrive();
    assertThat(refusals).isEqualTo(before);
  }

  @Test
  void whoHasTimeMayWaitLonger() {
    overload();
    assertThat(wait.refuses(SECOND)).isTrue();
    assertThat(wait.refuses(60 * SECOND)).isFalse();
  }

  @Test
  void whoIsGivenUpWaitsNoLonger() {
    long given = wait.enter();
    pass(Duration.ofSeconds(5));
    wait.begin(given);
    wait.enter();
    wait.leave();
    pass(Duration.ofSeconds(5));
    assertThat(wait.refuses(SECOND)).isFalse();
  }

  /** Arrivals for which there is a third of the processors that they need. */
  private void overload() {
    for (int i = 0; i < 60; i++) {
      for (int arrival = 0; arrival < 3; arrival++) arrive();
      pass(STEP);
      begin();
    }
  }

  private void arrive() {
    if (wait.refuses(SECOND)) refusals++;
    else queue.addLast(wait.enter());
  }

  private void begin() {
    if (!queue.isEmpty()) wait.begin(queue.removeFirst());
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
