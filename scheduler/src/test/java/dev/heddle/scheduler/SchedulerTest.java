package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.Problem;
import dev.heddle.core.remote.ReplicaAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchedulerTest extends ScheduledProcesses {
  private static final Optional<Placement> REMOTE = Optional.of(Placement.REMOTE);
  private static final Optional<Placement> SANDBOXED = Optional.of(Placement.SANDBOXED);

  @Test
  void publishesWhereConfigurationHasComponentsToWhoeverJoins() throws Exception {
    scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    PlacementTable first = application.awaitPublish().table();
    assertThat(first.entry("Cart"))
        .isEqualTo(new PlacementTable.Entry(Placement.LOCAL, "as configured"));

    keep(JoinedProcess.replica(transport, address, "replica-1"));
    var second = application.awaitPublish();
    assertThat(second.table().epoch()).isGreaterThan(first.epoch());
    assertThat(second.addresses()).containsEntry("replica-1", "unix:/tmp/replica-1");
  }

  @Test
  void movesAComponentWhenItIsReadyThereAndEveryProcessKnows() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    JoinedProcess replica = keep(JoinedProcess.replica(transport, address, "replica-1"));
    awaitProcesses(scheduler, 2);

    Placed placed = get(scheduler.place("Cart", REMOTE));

    assertThat(placed.refused()).isEmpty();
    assertThat(application.awaitPrepare().placement()).isEqualTo(Placement.REMOTE);
    for (JoinedProcess each : List.of(application, replica)) {
      PlacementTable table = table(each);
      assertThat(table.epoch()).isEqualTo(placed.epoch());
      assertThat(table.entry("Cart").placement()).isEqualTo(Placement.REMOTE);
      assertThat(table.entry("Email").placement()).isEqualTo(Placement.LOCAL);
    }
    Move move = scheduler.view().moves().getFirst();
    assertThat(move.step()).isEqualTo(Move.Step.DONE);
    assertThat(move.by()).isEqualTo(Origin.PERSON);
    assertThat(scheduler.view().decision("Cart").pinned()).isTrue();
  }

  @Test
  void leavesCallsWhereTheyAreWhenAComponentCannotBeMadeReady() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    long before = application.awaitPublish().table().epoch();
    Problem problem = new Problem("rule", "found", "remedy");
    application.refusesWith(problem);

    Placed placed = get(scheduler.place("Cart", SANDBOXED));

    assertThat(placed.refused()).containsExactly(problem);
    assertThat(placed.epoch()).isEqualTo(before);
    assertThat(placed.entry().placement()).isEqualTo(Placement.LOCAL);
    assertThat(table(application).epoch()).isEqualTo(before);
    assertThat(scheduler.view().moves().getFirst().problem()).contains("found");
  }

  @Test
  void undoesAMoveWhoseProcessGoesWhileItMakesTheComponentReady() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = JoinedProcess.application(transport, address);
    application.awaitPublish();
    application.answersNothing();
    CompletableFuture<Placed> placing = scheduler.place("Cart", SANDBOXED);
    application.awaitPrepare();
    application.close();
    assertThat(get(placing).refused().getFirst().found()).isEqualTo("application is gone");
  }

  @Test
  void takesAPublishedMoveBackWhenAProcessDoesNotConfirmIt() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    application.awaitPublish();
    application.answersPreparesOnly();

    Placed placed = get(scheduler.place("Cart", SANDBOXED));

    assertThat(placed.refused().getFirst().found())
        .isEqualTo("[application] did not answer within 0 s");
    assertThat(application.awaitPublish().table().entry("Cart").placement())
        .isEqualTo(Placement.SANDBOXED);
    assertThat(application.awaitPublish().table().entry("Cart").placement())
        .isEqualTo(Placement.LOCAL);
  }

  @Test
  void knowsAfterARestartWhereComponentsAreAndGoesOnCounting() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    application.awaitPublish();
    long epoch = get(scheduler.place("Cart", SANDBOXED)).epoch();
    scheduler.close();
    opened.remove(scheduler);

    Scheduler next = scheduler();
    awaitProcesses(next, 1);
    await(() -> table(application).epoch() > epoch);
    assertThat(table(application).entry("Cart").placement()).isEqualTo(Placement.SANDBOXED);
    assertThat(next.view().decision("Cart").origin()).isEqualTo(Origin.PERSON);
    assertThat(next.view().moves()).hasSize(1);
  }

  @Test
  void knowsNothingOfAMoveThatWasBeingPreparedWhenItWasKilled() throws Exception {
    JoinedProcess application = placingWhenKilled(JoinedProcess::answersNothing);
    Scheduler next = scheduler();
    awaitProcesses(next, 1);

    assertThat(placement(application, "Cart")).isEqualTo(Placement.LOCAL);
    assertThat(next.view().table().entry("Cart").placement()).isEqualTo(Placement.LOCAL);
    assertThat(next.view().moves()).isEmpty();
    application.answers();
    assertThat(get(next.place("Cart", SANDBOXED)).refused()).isEmpty();
  }

  @Test
  void takesBackAMoveThatWasPublishedWhenItWasKilledAndSaysSo() throws Exception {
    JoinedProcess application = placingWhenKilled(JoinedProcess::answersPreparesOnly);
    assertThat(placement(application, "Cart")).isEqualTo(Placement.SANDBOXED);
    long epoch = table(application).epoch();
    application.answers();
    Scheduler next = scheduler();

    await(() -> placement(application, "Cart") == Placement.LOCAL);
    assertThat(table(application).epoch()).isGreaterThan(epoch);
    assertThat(next.view().moves().getLast().problem()).isEqualTo("the scheduler ended meanwhile");
    assertThat(get(next.place("Cart", SANDBOXED)).refused()).isEmpty();
  }

  /** What a scheduler leaves on disk that is killed in a move. */
  private JoinedProcess placingWhenKilled(Consumer<JoinedProcess> holding) throws Exception {
    Scheduler scheduler = scheduler(Duration.ofSeconds(30), Optional.empty());
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    application.awaitPublish();
    holding.accept(application);
    scheduler.place("Cart", SANDBOXED);
    application.awaitPrepare();
    if (application.answersPrepares()) application.awaitPublish();
    Path state = folder.resolve("state").resolve("state.json");
    byte[] left = Files.readAllBytes(state);
    scheduler.close();
    opened.remove(scheduler);
    Files.write(state, left);
    return application;
  }

  @Test
  void followsAConfigurationThatHasChangedWhereNobodyAskedForAnythingElse() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess before = JoinedProcess.application(transport, address);
    before.awaitPublish();
    get(scheduler.place("Cart", Optional.of(Placement.LOCAL)));
    before.close();
    await(() -> scheduler.view().processes().isEmpty());

    JoinedProcess now = keep(JoinedProcess.application(transport, address, Placement.SANDBOXED));
    awaitProcesses(scheduler, 1);
    await(() -> now.table() != null);
    assertThat(placement(now, "Cart")).isEqualTo(Placement.LOCAL);
    assertThat(placement(now, "Email")).isEqualTo(Placement.SANDBOXED);
  }

  @Test
  void goesOnFromTheTableThatAProcessHasWhenItsOwnStateIsLost() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    application.awaitPublish();
    get(scheduler.place("Cart", SANDBOXED));
    scheduler.close();
    opened.remove(scheduler);
    Files.writeString(folder.resolve("state/state.json"), "{ damaged");

    Scheduler next = scheduler();
    awaitProcesses(next, 1);
    assertThat(next.view().table().epoch()).isGreaterThan(1);
  }

  @Test
  void goesOnWhenItsStateCannotBeWritten() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application = keep(JoinedProcess.application(transport, address));
    application.awaitPublish();
    Files.createDirectory(folder.resolve("state/state.next"));

    assertThat(get(scheduler.place("Cart", SANDBOXED)).refused()).isEmpty();
    assertThat(placement(application, "Cart")).isEqualTo(Placement.SANDBOXED);
  }

  @Test
  void isAloneWithItsFolder() throws Exception {
    scheduler();
    ReplicaAddress other = ReplicaAddress.parse("unix:" + folder.resolve("s/d"));
    assertThatThrownBy(
            () -> new Scheduler(transport, SchedulerOptions.of(other, folder.resolve("state"))))
        .hasMessageContaining("another scheduler works with");
  }

  @Test
  void hasCallsGoElsewhereWhileAllReplicasAreGone() throws Exception {
    Scheduler scheduler = scheduler();
    JoinedProcess application =
        keep(JoinedProcess.application(transport, address, Placement.REMOTE));
    JoinedProcess replica = JoinedProcess.replica(transport, address, "replica-1");
    awaitProcesses(scheduler, 2);
    assertThat(scheduler.view().table().entry("Cart").placement()).isEqualTo(Placement.REMOTE);

    replica.close();
    await(() -> placement(application, "Cart") == Placement.SANDBOXED);
    assertThat(table(application).entry("Cart").reason()).isEqualTo("its replicas are gone");

    keep(JoinedProcess.replica(transport, address, "replica-1"));
    await(() -> placement(application, "Cart") == Placement.REMOTE);
    assertThat(scheduler.view().moves()).extracting(Move::by).contains(Origin.RECOVERY);
  }

  @Test
  void saysWhichComponentsThereAreWhenAskedForAnother() throws Exception {
    Scheduler scheduler = scheduler();
    keep(JoinedProcess.application(transport, address)).awaitPublish();
    Placed placed = get(scheduler.place("Cat", SANDBOXED));
    assertThat(placed.refused().getFirst().found())
        .isEqualTo("there is no Cat among [Cart, Email]");
  }

  private static Placement placement(JoinedProcess process, String component) {
    return table(process).entry(component).placement();
  }

  /** The first comes a while after a process has joined. */
  private static PlacementTable table(JoinedProcess process) {
    PlacementTable table = process.table();
    while (table == null) {
      Thread.onSpinWait();
      table = process.table();
    }
    return table;
  }

  private Scheduler scheduler() throws IOException {
    return scheduler(Duration.ofMillis(500), Optional.empty());
  }

  private static void awaitProcesses(Scheduler scheduler, int count) throws InterruptedException {
    await(() -> scheduler.view().processes().size() == count);
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }
}
