package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.control.Reading;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.scheduler.dashboard.State;
import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.PlanningPolicy;
import dev.heddle.transport.GrpcControl;
import dev.heddle.transport.TransportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scheduler that plans, and processes that join it over a socket and say how busy they are. */
@Timeout(60)
class PlanningTest {
  /** Of two processors the pages take so many: with Cart's share, more than there is to be. */
  private static final double PAGES = 1.3;

  /** As many as Cart takes: so few that a replica has enough of them in spite of the sandbox. */
  private static final double BUSY = 0.2;

  private static final double QUIET = 0.001;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Set<Instant> planned = new HashSet<>();
  private final GrpcControl transport = new GrpcControl(TransportOptions.DEFAULT);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @SuppressWarnings("NullAway.Init") // listen sets it
  private ReplicaAddress address;

  private long seconds = 100;
  private long calls;
  private long nanos;
  private long processorNanos;

  @BeforeEach
  void listen() throws IOException {
    Path sockets =
        Files.createDirectory(
            folder.resolve("s"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    address = ReplicaAddress.parse("unix:" + sockets.resolve("c"));
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : opened.reversed()) each.close();
    transport.close();
  }

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
        "(application)", callee, "call", Placement.LOCAL, calls, 0, 0, calls, nanos, mean, mean);
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
    return keep(
        new Scheduler(
            transport,
            new SchedulerOptions(
                address,
                folder.resolve("state"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMillis(10),
                Optional.of(planning))));
  }

  private <T extends AutoCloseable> T keep(T made) {
    opened.add(made);
    return made;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) Thread.sleep(5);
  }
}
