package dev.heddle.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaPolicyTest {
  private static final int KEYS = 10_000;

  private final AtomicLong now = new AtomicLong();
  private final ReplicaHealth health = new ReplicaHealth(now::get);

  @Test
  void aReplicaIsLeftAloneAfterSomeFailuresInARow() {
    for (int i = 1; i < ReplicaHealth.FAILURES; i++) health.failed();
    assertThat(health.ejected()).isFalse();
    health.answered();
    for (int i = 1; i < ReplicaHealth.FAILURES; i++) health.failed();
    assertThat(health.ejected()).isFalse();
    health.failed();
    assertThat(health.ejected()).isTrue();
    assertThat(health.admits()).isFalse();
  }

  @Test
  void afterItsPauseOneCallTriesItAndTheOthersWaitForThat() {
    eject();
    pass(ReplicaHealth.SHORTEST);
    assertThat(health.admits()).isTrue();
    assertThat(health.admits()).isFalse();
    health.answered();
    assertThat(health.admits()).isTrue();
  }

  @Test
  void eachPauseIsTwiceAsLongUpToTheLongest() {
    eject();
    Duration expected = ReplicaHealth.SHORTEST;
    for (int i = 0; i < 12; i++) {
      pass(expected.minusNanos(1));
      assertThat(health.ejected()).isTrue();
      pass(Duration.ofNanos(1));
      assertThat(health.ejected()).isFalse();
      health.failed();
      expected = expected.multipliedBy(2);
      if (expected.compareTo(ReplicaHealth.LONGEST) > 0) expected = ReplicaHealth.LONGEST;
    }
  }

  private void eject() {
    for (int i = 0; i < ReplicaHealth.FAILURES; i++) health.failed();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void retriesEndWhereFewCallsAreAnswered() {
    RetryBudget budget = new RetryBudget();
    int retries = 0;
    while (budget.retry()) retries++;
    assertThat(retries).isEqualTo(50);
    for (int i = 0; i < 10; i++) budget.answered();
    assertThat(budget.retry()).isTrue();
    assertThat(budget.retry()).isFalse();
  }

  @Test
  void theOneWithLeastToDoIsChosenAndEqualsTakeTurns() {
    List<Integer> outstanding = List.of(3, 1, 2, 1);
    List<Integer> replicas = List.of(0, 1, 2, 3);
    assertThat(ReplicaChoice.leastOutstanding(replicas, any -> true, outstanding::get, 0))
        .contains(1);
    assertThat(ReplicaChoice.leastOutstanding(replicas, any -> true, outstanding::get, 2))
        .contains(3);
    assertThat(ReplicaChoice.leastOutstanding(replicas, one -> one == 0, outstanding::get, 2))
        .contains(0);
    assertThat(ReplicaChoice.leastOutstanding(replicas, any -> true, any -> 0, -1)).contains(3);
    assertThat(ReplicaChoice.leastOutstanding(replicas, any -> false, any -> 0, 0)).isEmpty();
  }

  @Test
  void keysSpreadEvenlyAndOnlyThoseOfANewReplicaMove() {
    List<String> ten = names(10);
    List<String> eleven = names(11);
    Map<String, Integer> counts = new HashMap<>();
    int moved = 0;
    for (int key = 0; key < KEYS; key++) {
      String before = preferred("user-" + key, ten);
      String after = preferred("user-" + key, eleven);
      counts.merge(after, 1, Integer::sum);
      if (before.equals(after)) continue;
      moved++;
      assertThat(after).isEqualTo(eleven.getLast());
    }
    assertThat(moved).isCloseTo(KEYS / 11, within(KEYS / 50));
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(700, 1_120));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "10.0.0." + i + ":7000").toList();
  }

  private static String preferred(String key, List<String> names) {
    return ReplicaChoice.preferred(names, any -> true, name -> ReplicaChoice.weight(key, name))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix:/run/heddle/a.sock", "localhost:7000", "[::1]:7000", "10.0.0.1:0"})
  void anAddressIsReadAndWrittenAlike(String text) {
    assertThat(ReplicaAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", ":7000", "localhost:", "a:70000", "a:-1", "::1:7000", "unix:a"})
  void whatIsNoAddressIsRefusedInWords(String text) {
    assertThatThrownBy(() -> ReplicaAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the address " + text);
  }
}
