package dev.heddle.component.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallCounterTest {
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final CallCounter counter = new CallCounter("Cart", "add", latencies::add);

  @Test
  void timesEveryOneOfTheFirstCallsAndEverFewerOfTheRest() {
    for (int i = 0; i < 64; i++) call();
    assertThat(latencies).hasSize(64);
    for (int i = 64; i < 1_000_000; i++) call();
    // One in 1,024 once a sixty-fourth of the calls made is more than that.
    assertThat(latencies.size()).isBetween(64 + 1_000_000 / 1_024, 2_000);
    assertThat(latencies).allMatch(nanos -> nanos >= 0);
  }

  @Test
  void countsEveryCallOfThreadsThatLiveLong() throws Exception {
    int callsEach = 2_000_000;
    CountDownLatch together = new CountDownLatch(20);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    together.countDown();
                    await(together);
                    for (int j = 0; j < callsEach / 20; j++) call();
                  }));
    }
    for (Thread thread : threads) thread.join();
    assertThat(counter.calls()).isEqualTo(callsEach);
  }

  @Test
  void countsEveryCallOfThreadsThatComeAndGo() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < 50; j++) call();
                  }));
    }
    for (Thread thread : threads) thread.join();
    assertThat(counter.calls()).isEqualTo(100_000);
  }

  @Test
  void countsErrorsAndKeepsDeclaredOnesAsTheyAre() {
    IllegalStateException declared = new IllegalStateException("declared");
    assertThat(counter.declared(declared)).isSameAs(declared);
    ComponentException seen = counter.undeclared(new IllegalArgumentException("odd"));
    assertThat(seen)
        .hasMessageContaining("Cart.add failed with java.lang.IllegalArgumentException");
    assertThat(counter.errors()).isEqualTo(2);
  }

  @Test
  void lessensNothingOfAFailureFurtherDown() {
    ComponentTimeoutException late = new ComponentTimeoutException("Ad", "show", "too late");
    assertThat(counter.undeclared(late)).isSameAs(late);
  }

  @Test
  void letsErrorsOfTheMachinePass() {
    assertThatThrownBy(() -> counter.undeclared(new StackOverflowError()))
        .isInstanceOf(StackOverflowError.class);
  }

  private void call() {
    counter.end(counter.begin());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
