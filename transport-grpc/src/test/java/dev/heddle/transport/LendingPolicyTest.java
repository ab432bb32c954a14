package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LendingPolicyTest {
  private final LendingPolicy policy = new LendingPolicy(true);

  @Test
  void lendsAfterSixteenAnswersThatWereTheLastEach() {
    assertThat(answersUntilLent()).isEqualTo(16);
    assertThat(answersUntilLent()).isEqualTo(16);
  }

  @Test
  void countsAnewOnceSomebodyElseWaits() {
    for (int i = 0; i < 15; i++) assertThat(policy.answered(true)).isFalse();
    assertThat(policy.answered(false)).isFalse();
    assertThat(answersUntilLent()).isEqualTo(16);
  }

  @Test
  void neverLendsWhereItIsNotTo() {
    LendingPolicy alone = new LendingPolicy(false);
    for (int i = 0; i < 10_000; i++) assertThat(alone.answered(true)).isFalse();
  }

  @Test
  void asksForTwiceAsManyEachTimeThatNobodyLed() {
    answersUntilLent();
    policy.unused();
    assertThat(answersUntilLent()).isEqualTo(32);
    for (int i = 0; i < 20; i++) policy.unused();
    assertThat(answersUntilLent()).isEqualTo(4096);
  }

  @Test
  void lendsAtOnceWhereCallersLedUntilOthersWait() {
    for (int i = 0; i < 4; i++) assertThat(lead(true, true)).isTrue();
    assertThat(answersUntilLent()).isEqualTo(1);
    policy.answered(false);
    assertThat(answersUntilLent()).isEqualTo(16);
  }

  @Test
  void isLentNoLongerAndForMoreAnswersWhereOneDidNotCome() {
    assertThat(lead(false, false)).isFalse();
    assertThat(answersUntilLent()).isEqualTo(32);
  }

  @Test
  void stopsPollingWhereAnswersTakeLongerAndTriesAgainNowAndThen() {
    int polled = 0;
    for (int i = 0; i < 64; i++) polled += poll(false);
    assertThat(polled).isEqualTo(64);
    for (int round = 0; round < 3; round++) {
      polled = 0;
      for (int i = 0; i < 256 + 8; i++) polled += poll(false);
      assertThat(polled).isEqualTo(8);
    }
  }

  @Test
  void stopsPollingWhereMoreThanHalfOfTheAnswersTakeLonger() {
    int polled = 0;
    for (int i = 0; i < 3 * 200; i++) polled += poll(i % 3 == 0);
    assertThat(polled).isLessThan(220);
  }

  @Test
  void goesOnPollingWhereAnswersComeSoonAgain() {
    for (int i = 0; i < 64 + 256; i++) poll(false);
    int polled = 0;
    for (int i = 0; i < 100; i++) polled += poll(true);
    assertThat(polled).isEqualTo(100);
  }

  private int poll(boolean soon) {
    boolean polls = policy.polls();
    policy.led(polls && soon, true);
    return polls ? 1 : 0;
  }

  private boolean lead(boolean polled, boolean answered) {
    policy.polls();
    return policy.led(polled, answered);
  }

  private int answersUntilLent() {
    int answers = 1;
    while (!policy.answered(true)) answers++;
    return answers;
  }
}
