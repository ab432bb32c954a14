package dev.heddle.sandbox.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunningCallTest {

  @Test
  void stopsACallThatRanTooLong() {
    RunningCall call = new RunningCall(() -> {});
    call.begin();
    call.watch(1_000, 500);
    call.watch(1_400, 500);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    call.watch(1_501, 500);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();

    assertThat(call.end()).contains(RunningCall.Stop.WALL_CLOCK);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void interruptsAgainWhatSwallowedTheFirstInterrupt() {
    RunningCall call = new RunningCall(() -> {});
    call.begin();
    call.watch(0, 10);
    call.watch(11, 10);
    assertThat(Thread.interrupted()).isTrue();
    call.watch(12, 10);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(call.end()).isPresent();
  }

  @Test
  void stopsTheGuestOfAThreadThatIsInterruptedAndKeepsTheInterrupt() {
    AtomicBoolean stopped = new AtomicBoolean();
    RunningCall call = new RunningCall(() -> stopped.set(true));
    call.begin();
    call.watch(0, 1_000);
    assertThat(stopped).isFalse();
    Thread.currentThread().interrupt();
    call.watch(1, 1_000);

    assertThat(stopped).isTrue();
    assertThat(call.end()).contains(RunningCall.Stop.INTERRUPT);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void stopsTheGuestOfSuchAThreadAgainUntilItHasEnded() {
    AtomicInteger stops = new AtomicInteger();
    RunningCall call = new RunningCall(stops::incrementAndGet);
    call.begin();
    Thread.currentThread().interrupt();
    call.watch(1, 1_000);
    // Whatever it called may have swallowed the interrupt.
    assertThat(Thread.interrupted()).isTrue();
    call.watch(2, 1_000);

    assertThat(stops).hasValue(2);
    assertThat(call.end()).contains(RunningCall.Stop.INTERRUPT);
    call.watch(3, 1_000);
    assertThat(stops).hasValue(2);
  }

  @Test
  void measuresEachCallAnew() {
    RunningCall call = new RunningCall(() -> {});
    call.begin();
    call.watch(0, 10);
    assertThat(call.end()).isEmpty();
    call.begin();
    call.watch(100, 10);

    assertThat(call.end()).isEmpty();
  }

  @Test
  void leavesNoInterruptBehindWhateverTheMoment() throws InterruptedException {
    RunningCall call = new RunningCall(() -> {});
    AtomicBoolean done = new AtomicBoolean();
    // Every look stops whatever runs.
    Thread watchdog =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long now = 0; !done.get(); now++) call.watch(now, -1);
                });
    int stopped = 0;
    while (stopped < 100) {
      call.begin();
      Thread.yield();
      Optional<RunningCall.Stop> stop = call.end();
      if (stop.isPresent()) stopped++;
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    done.set(true);
    watchdog.join();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
