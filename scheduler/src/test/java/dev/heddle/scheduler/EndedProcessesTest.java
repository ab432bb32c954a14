package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.Placement;
import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.scheduler.dashboard.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays of what processes had counted that join over a socket and are gone. */
class EndedProcessesTest extends ScheduledProcesses {
  @SuppressWarnings("NullAway.Init") // begin sets it
  private Scheduler scheduler;

  @BeforeEach
  void begin() throws Exception {
    scheduler = scheduler(Duration.ofSeconds(10), Optional.empty());
  }

  @Test
  void totalsKeepWhatAReplicaHadCounted() throws Exception {
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    JoinedProcess replica = replica("replica-1", 1);
    tell(application, 5);
    tell(replica, 7);
    await(() -> total() == 12);

    end(replica, 1);
    assertThat(total()).isEqualTo(12);

    JoinedProcess next = keep(replica("replica-1", 2));
    tell(next, 1);
    await(() -> total() == 13);
    assertThat(scheduler.view().ended()).extracting(EdgeReading::elements).containsExactly(70L);
  }

  @Test
  void aProcessThatComesBackIsNotCountedTwice() throws Exception {
    keep(JoinedProcess.application(transport, address));
    JoinedProcess replica = replica("replica-1", 1);
    tell(replica, 7);
    await(() -> total() == 7);
    end(replica, 1);

    JoinedProcess again = keep(replica("replica-1", 1));
    await(() -> scheduler.view().processes().size() == 2);
    assertThat(total()).isEqualTo(7);
    tell(again, 9);
    await(() -> total() == 9);
    assertThat(scheduler.view().ended()).isEmpty();
  }

  @Test
  void ofManyThatHaveEndedOneSumIsLeft() throws Exception {
    keep(JoinedProcess.application(transport, address));
    for (int i = 1; i <= 100; i++) {
      JoinedProcess replica = replica("replica-" + i, i);
      tell(replica, 3);
      int told = 3 * i;
      await(() -> total() == told);
      end(replica, 1);
    }
    assertThat(scheduler.view().ended())
        .singleElement()
        .extracting(EdgeReading::calls)
        .isEqualTo(300L);
  }

  @Test
  void anotherProcessOfTheApplicationCountsFromTheBeginning() throws Exception {
    JoinedProcess application = JoinedProcess.application(transport, address);
    tell(application, 5);
    await(() -> total() == 5);
    end(application, 0);
    assertThat(total()).isEqualTo(5);

    keep(JoinedProcess.application(transport, address, 4712));
    await(() -> scheduler.view().processes().size() == 1);
    assertThat(total()).isZero();
  }

  private JoinedProcess replica(String name, long pid) {
    return JoinedProcess.replica(transport, address, name, pid);
  }

  private void end(JoinedProcess process, int left) throws Exception {
    process.close();
    await(() -> scheduler.view().processes().size() == left);
  }

  private void tell(JoinedProcess process, long calls) throws Exception {
    process.awaitPublish();
    process.measures(
        new Reading(
            1_000_000_000,
            0,
            0,
            List.of(
                new EdgeReading(
                    "Cart",
                    "Email",
                    "send",
                    Placement.LOCAL,
                    calls,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    10 * calls))));
  }

  private long total() {
    return new DashboardState(scheduler.view(), "")
        .at(Instant.EPOCH).edges().stream()
            .flatMap(each -> each.methods().stream())
            .flatMap(each -> each.placements().stream())
            .mapToLong(State.At::calls)
            .sum();
  }
}
