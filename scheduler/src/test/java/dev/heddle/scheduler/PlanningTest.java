package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.control.Reading;
import dev.heddle.scheduler.dashboard.State;
import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.PlanningPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A scheduler that plans, and processes that join it over a socket and say how busy they are. */
class PlanningTest extends ScheduledProcesses {
  /** Of two processors the pages take so many: with Cart's share, more than there is to be. */
  private static final double PAGES = 1.3;

  /** As many as Cart takes: so few that a replica has enough of them in spite of the sandbox. */
  private static final double BUSY = 0.2;

  private static final double QUIET = 0.001;

  private final Set<Instant> planned = new HashSet<>();

  private long seconds = 100;
  private long calls;
  private long nanos;
  private long processorNanos;

  @Test
  void sendsAComponentAwayThatFillsItsProcessAndSaysWhy() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = application();
    keep(JoinedProcess.replica(transport, address, "replica-1"));

    measureUntil(application, BUSY, () -> entry(scheduler, "Cart").placement() == Placement.REMOTE);

    assertThat(entry(scheduler, "Cart").replicas()).containsExactly("replica-1");
    assertThat(entry(scheduler, "Email").placement()).isEqualTo(Placement.LOCAL);
    await(() -> !scheduler.view().moves().isEmpty());
    Move move = scheduler.view().moves().getFirst();
    assertThat(move.by()).isEqualTo(Origin.PLANNER);
    assertThat(move.to().reason()).isNotBlank();
    State shown = new DashboardState(scheduler.view(), "").at(Instant.now());
    assertThat(shown.plan()).get().extracting(State.Plan::summary).asString().isNotBlank();
  }

  @Test
  void bringsHomeWhatNobodyCallsAnyLonger() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = application();
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    measureUntil(application, BUSY, () -> entry(scheduler, "Cart").placement() == Placement.REMOTE);

    measureUntil(application, 0, () -> entry(scheduler, "Cart").placement() == Placement.LOCAL);

    measureUntil(application, BUSY, () -> entry(scheduler, "Cart").placement() == Placement.REMOTE);
  }

  @Test
  void leavesWhatSomebodyAskedFor() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = application();
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    await(() -> scheduler.view().processes().size() == 2);
    scheduler.place("Cart", Optional.of(Placement.LOCAL)).join();

    measureUntil(application, BUSY, () -> plans(scheduler) > 5);

    assertThat(entry(scheduler, "Cart").placement()).isEqualTo(Placement.LOCAL);
  }

  @Test
  void leavesAComponentForAWhileWhoseMoveFailed() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = application();
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    application.refusesWith(new Problem("rule", "found", "remedy"));

    measureUntil(application, BUSY, () -> plans(scheduler) > 20);

    assertThat(scheduler.view().moves()).hasSize(1);
    assertThat(entry(scheduler, "Cart").placement()).isEqualTo(Placement.LOCAL);
  }

  @Test
  void leavesEverythingAtHomeWhereReplicasShareTheMachine() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = application();
    keep(JoinedProcess.replicaBeside(transport, address, "replica-1"));

    measureUntil(application, BUSY, () -> plans(scheduler) > 5);

    assertThat(scheduler.view().moves()).isEmpty();
  }

  /** How many plans were seen. */
  private int plans(Scheduler scheduler) {
    scheduler.view().planned().ifPresent(each -> planned.add(each.at()));
    return planned.size();
  }

  private JoinedProcess application() throws Exception {
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    application.awaitPublish();
    return application;
  }

  /**
   * Has the application say, once a second by its own clock, that it calls Cart for so many
   * processors, and Email for few.
   */
  private void measureUntil(JoinedProcess application, double processors, BooleanSupplier end)
      throws InterruptedException {
    while (!end.getAsBoolean()) {
      seconds++;
      if (processors > 0) {
        calls += 100;
        nanos += Math.round(processors * 1e9);
        processorNanos += Math.round((PAGES + processors) * 1e9);
      }
      application.measures(
          new Reading(
              seconds * 1_000_000_000,
              processorNanos,
              100 << 20,
              List.of(
                  edge("Cart", calls, nanos), edge("Email", calls, Math.round(nanos * QUIET)))));
      Thread.sleep(2);
    }
  }

  private static Reading.EdgeReading edge(String callee, long calls, long nanos) {
    long mean = calls == 0 ? 0 : nanos / calls;
    return new Reading.EdgeReading(
        "(application)", callee, "call", Placement.LOCAL, calls, 0, 0, calls, nanos, mean, mean, 0);
  }

  private static Entry entry(Scheduler scheduler, String component) {
    return scheduler.view().table().entry(component);
  }

  private Scheduler scheduler() throws IOException {
    PlanningPolicy usual = PlanningPolicy.USUAL;
    PlanningPolicy atOnce =
        new PlanningPolicy(
            usual.target(),
            usual.arrivals(),
            usual.leastSaving(),
            usual.leastShare(),
            usual.horizon(),
            Duration.ZERO,
            usual.idleCallsPerSecond());
    PlanningOptions planning =
        new PlanningOptions(
            Duration.ofMillis(20),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(5),
            CostModel.MEASURED,
            atOnce);
    return scheduler(Duration.ofSeconds(10), Optional.of(planning));
  }
}
