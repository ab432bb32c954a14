package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.control.Reading;
import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.PlanningPolicy;
import dev.heddle.scheduler.plan.Unmet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What an application's configuration asks of processes, held by a scheduler over a socket. */
class PlacementRulesTest extends ScheduledProcesses {
  private static final Set<String> NO = Set.of();

  private long seconds = 100;

  @Test
  void aComponentGoesToTheProcessThatItIsKeptTo() throws Exception {
    Scheduler scheduler = planning();
    JoinedProcess application = application(Placement.LOCAL, Map.of("Cart", onlyIn("eu")));
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    keep(JoinedProcess.replica(transport, address, "replica-2", "eu", "fast"));

    measureUntil(application, () -> remote(scheduler, "Cart"));

    assertThat(entry(scheduler, "Cart").replicas()).containsExactly("replica-2");
    assertThat(entry(scheduler, "Cart").reason()).contains("only processes labelled eu");
    assertThat(entry(scheduler, "Email").placement()).isEqualTo(Placement.LOCAL);
  }

  @Test
  void whereNoProcessIsSoThePlanSaysIt() throws Exception {
    Scheduler scheduler = planning();
    JoinedProcess application = application(Placement.LOCAL, Map.of("Cart", onlyIn("eu")));
    measureUntil(application, () -> scheduler.view().planned().isPresent());
    assertThat(scheduler.view().planned().orElseThrow().plan().unmet())
        .extracting(Unmet::words)
        .containsExactly(
            "Cart is to be in processes labelled eu only, but no living process is so");
  }

  @Test
  void whatIsTogetherFollows() throws Exception {
    Scheduler scheduler = planning();
    JoinedProcess application =
        application(
            Placement.LOCAL, Map.of("Email", new PlacementRules(Set.of("Cart"), NO, NO, 0)));
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    keep(JoinedProcess.replica(transport, address, "replica-2"));
    await(() -> scheduler.view().processes().size() == 3);

    place(scheduler, "Cart", Placement.REMOTE);
    measureUntil(
        application,
        () ->
            remote(scheduler, "Email")
                && !entry(scheduler, "Cart").replicas().isEmpty()
                && entry(scheduler, "Email")
                    .replicas()
                    .equals(entry(scheduler, "Cart").replicas()));

    assertThat(scheduler.view().decision("Cart").origin()).isEqualTo(Origin.PERSON);
    assertThat(entry(scheduler, "Email").reason()).contains("in one process with Cart");
  }

  @Test
  void whatIsApartSharesNoReplica() throws Exception {
    Scheduler scheduler = planning();
    JoinedProcess application =
        application(
            Placement.REMOTE, Map.of("Cart", new PlacementRules(NO, Set.of("Email"), NO, 0)));
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    keep(JoinedProcess.replica(transport, address, "replica-2"));

    measureUntil(application, () -> named(scheduler, "Cart") && named(scheduler, "Email"));

    assertThat(entry(scheduler, "Cart").replicas())
        .doesNotContainAnyElementsOf(entry(scheduler, "Email").replicas());
  }

  @Test
  void aReplicaCallsTheApplicationForWhatItIsNotToRun() throws Exception {
    scheduler(Duration.ofSeconds(10), Optional.empty());
    JoinedProcess application =
        application(Placement.LOCAL, Map.of("Cart", onlyIn("application", "eu")));
    JoinedProcess replica = keep(JoinedProcess.replica(transport, address, "replica-1"));
    JoinedProcess european = keep(JoinedProcess.replica(transport, address, "replica-2", "eu"));

    Entry there = replica.awaitPublish().table().entry("Cart");
    assertThat(there.placement()).isEqualTo(Placement.REMOTE);
    assertThat(there.replicas()).containsExactly("application");
    assertThat(there.reason()).startsWith("it is not to run here");
    for (JoinedProcess each : List.of(application, european)) {
      assertThat(each.awaitPublish().table().entry("Cart").placement()).isEqualTo(Placement.LOCAL);
    }
  }

  @Test
  void aPlacementIsForTheReplicasThatMayHaveTheComponent() throws Exception {
    Scheduler scheduler = scheduler(Duration.ofSeconds(10), Optional.empty());
    application(Placement.REMOTE, Map.of("Cart", onlyIn("replica-2")));
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    keep(JoinedProcess.replica(transport, address, "replica-2"));
    await(() -> scheduler.view().processes().size() == 3);
    assertThat(entry(scheduler, "Cart").replicas()).containsExactly("replica-2");
    assertThat(entry(scheduler, "Email").replicas()).isEmpty();
  }

  @Test
  void nobodyPlacesAComponentWhereItIsNotToBe() throws Exception {
    Scheduler scheduler = scheduler(Duration.ofSeconds(10), Optional.empty());
    application(Placement.LOCAL, Map.of("Cart", onlyIn("eu")));
    keep(JoinedProcess.replica(transport, address, "replica-1"));
    await(() -> scheduler.view().processes().size() == 2);

    assertThat(place(scheduler, "Cart", Placement.REMOTE).refused())
        .containsExactly(
            new Problem(
                "A component runs only in processes that heddle.components.Cart.only-in names",
                "Cart is to be remote, and no replica that runs it is called or labelled eu",
                "Start a replica with one of them in heddle.scheduler.labels, or change"
                    + " heddle.components.Cart.only-in"));
    assertThat(place(scheduler, "Cart", Placement.SANDBOXED).refused())
        .singleElement()
        .asString()
        .contains("Cart is to be sandboxed, and the application's process is not called or");
    assertThat(place(scheduler, "Email", Placement.SANDBOXED).refused()).isEmpty();
  }

  private static PlacementRules onlyIn(String... processes) {
    return new PlacementRules(NO, NO, Set.of(processes), 0);
  }

  private static Placed place(Scheduler scheduler, String component, Placement placement)
      throws Exception {
    return scheduler.place(component, Optional.of(placement)).get(30, TimeUnit.SECONDS);
  }

  private static Entry entry(Scheduler scheduler, String component) {
    return scheduler.view().table().entry(component);
  }

  private static boolean remote(Scheduler scheduler, String component) {
    return entry(scheduler, component).placement() == Placement.REMOTE;
  }

  private static boolean named(Scheduler scheduler, String component) {
    return !entry(scheduler, component).replicas().isEmpty();
  }

  private JoinedProcess application(Placement configured, Map<String, PlacementRules> rules)
      throws Exception {
    JoinedProcess application =
        keep(JoinedProcess.application(transport, address, configured, rules));
    application.awaitPublish();
    return application;
  }

  /** Has the application say again and again that it calls both, a little. */
  private void measureUntil(JoinedProcess application, BooleanSupplier end) throws Exception {
    while (!end.getAsBoolean()) {
      seconds++;
      application.measures(
          new Reading(seconds * 1_000_000_000, 0, 0, List.of(edge("Cart"), edge("Email"))));
      Thread.sleep(2);
    }
  }

  private Reading.EdgeReading edge(String callee) {
    long calls = 10 * seconds;
    return new Reading.EdgeReading(
        "(application)", callee, "call", Placement.LOCAL, calls, 0, 0, calls, calls, 1, 1, 0);
  }

  private Scheduler planning() throws IOException {
    return scheduler(
        Duration.ofSeconds(10),
        Optional.of(
            new PlanningOptions(
                Duration.ofMillis(20),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(5),
                CostModel.MEASURED,
                PlanningPolicy.USUAL)));
  }
}
