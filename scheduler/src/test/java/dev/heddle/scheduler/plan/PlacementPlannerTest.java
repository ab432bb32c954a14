package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacementPlannerTest {
  private static final long MEMORY = 1L << 30;
  private static final Duration LONG_AGO = Duration.ofDays(1);
  private static final HostProcess ONE = HostProcess.replica("replica-1", 4, MEMORY);
  private static final HostProcess TWO = HostProcess.replica("replica-2", 4, MEMORY);

  private final PlacementPlanner planner = PlacementPlanner.usual();

  private static HostProcess application(double processors) {
    return HostProcess.application(processors, MEMORY);
  }

  private static Map<String, Standing> all(Placement placement, Duration moved) {
    Map<String, Standing> inForce = new HashMap<>();
    Boutique.components().forEach(each -> inForce.put(each.name(), new Standing(placement, moved)));
    return inForce;
  }

  private Plan plan(CallGraph graph, Map<String, Standing> inForce, HostProcess... processes) {
    return planner.plan(new Situation(Boutique.components(), graph, List.of(processes), inForce));
  }

  private static String reason(Plan plan, String component) {
    return Objects.requireNonNull(plan.decisions().get(component)).reason();
  }

  private static void assertAllLocal(Plan plan) {
    assertThat(plan.decisions().values())
        .extracting(each -> each.placement().place())
        .containsOnly(Place.LOCAL);
  }

  @Test
  void placesAllLocalWhileNothingIsMeasured() {
    Plan plan = plan(CallGraph.EMPTY, Map.of(), application(2), ONE);
    assertAllLocal(plan);
    assertThat(plan.decisions().values())
        .extracting(Decision::reason)
        .containsOnly("not called yet; the caller's process runs it");
  }

  @Test
  void bringsAllHomeThatFits() {
    Map<String, Standing> remote = all(Placement.remote(List.of("replica-1")), LONG_AGO);
    Plan plan = plan(Boutique.at(500), remote, application(2), ONE);
    assertAllLocal(plan);
    assertThat(plan.moves()).hasSize(10);
    assertThat(plan.cost().total()).isLessThan(plan.before().total() / 3);
  }

  @Test
  void movesWorkToAReplicaWhenTheApplicationsProcessorsAreSaturated() {
    Plan plan = plan(Boutique.at(2_600), all(Placement.LOCAL, LONG_AGO), application(2), ONE, TWO);
    assertThat(plan.moves()).isNotEmpty();
    assertThat(plan.cost().overload()).isZero();
    assertThat(plan.processes().getFirst().processors()).isLessThan(1.4);
  }

  @Test
  void movesNothingToAReplicaThatSharesTheSaturatedMachine() {
    Plan plan =
        plan(
            Boutique.at(2_600),
            all(Placement.LOCAL, LONG_AGO),
            application(2).on("here"),
            HostProcess.replica("replica-1", 2, MEMORY).on("here"));
    assertAllLocal(plan);
    assertThat(plan.unmet()).extracting(Unmet::kind).contains(Unmet.Kind.PROCESSORS);
  }

  @Test
  void leavesWhatHasJustMoved() {
    Map<String, Standing> justMoved =
        all(Placement.remote(List.of("replica-1")), Duration.ofSeconds(20));
    Plan plan = plan(Boutique.at(500), justMoved, application(2), ONE);
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.decisions().values())
        .extracting(Decision::reason)
        .allMatch(reason -> reason.startsWith("came here a short while ago"));
  }

  @Test
  void placesAnewAtOnceWhatAProcessTookWithIt() {
    Map<String, Standing> justMoved =
        all(Placement.remote(List.of("replica-1")), Duration.ofSeconds(20));
    Plan plan = plan(Boutique.at(500), justMoved, application(2), ONE.gone());
    assertAllLocal(plan);
    assertThat(plan.decisions().values())
        .extracting(Decision::reason)
        .allMatch(reason -> reason.endsWith("local: replica-1 is gone"));
  }

  @Test
  void changesNothingForASavingThatIsTooSmall() {
    Map<String, Standing> inForce = all(Placement.LOCAL, LONG_AGO);
    inForce.put("Payment", new Standing(Placement.SANDBOXED, LONG_AGO));
    Plan plan = plan(Boutique.at(100), inForce, application(2), ONE);
    assertThat(plan.moves()).isEmpty();
    assertThat(plan.placement("Payment")).isEqualTo(Placement.SANDBOXED);
    assertThat(reason(plan, "Payment")).startsWith("stays: the best other plan");
  }

  @Test
  void needsNoReplicaForWhatIsIdle() {
    Map<String, Standing> inForce = all(Placement.LOCAL, LONG_AGO);
    inForce.put("Email", new Standing(Placement.remote(List.of("replica-1")), LONG_AGO));
    Plan plan = plan(CallGraph.EMPTY, inForce, application(2), ONE);
    assertAllLocal(plan);
    assertThat(reason(plan, "Email"))
        .isEqualTo(
            "moved Email local: hardly ever called, so it needs no replica; the application's"
                + " process runs it when it is");
  }

  @Test
  void usesSeveralReplicasForWhatIsTooMuchForOne() {
    CallGraph graph =
        new CallGraph(
            List.of(new CallEdge("Front", "Heavy", 1_000, 100)), Map.of("Heavy", 1e-3), 0);
    Plan plan =
        planner.plan(
            new Situation(
                List.of(ComponentSpecification.of("Heavy").pinned(Place.REMOTE, "a person")),
                graph,
                List.of(application(2), ONE, TWO),
                Map.of()));
    assertThat(plan.placement("Heavy").replicas()).containsExactly("replica-1", "replica-2");
  }

  @Test
  void sendsCallsBeyondALimitToReplicasOfOtherMachines() {
    Plan plan = plan(Boutique.at(1_500), Map.of(), application(2), ONE);
    assertAllLocal(plan);
    Spill spill = plan.placement("Recommendation").spill().orElseThrow();
    assertThat(spill.replicas()).containsExactly("replica-1");
    assertThat(spill.callsInFlight()).isBetween(2, 20);
    assertThat(plan.placement("Currency").spill()).isEmpty();
  }

  @Test
  void anyOfSeveralLabelsDoes() {
    ComponentSpecification component = ComponentSpecification.of("A").residentIn("eu", "fast");
    Plan plan =
        planner.plan(
            new Situation(
                List.of(component),
                CallGraph.EMPTY,
                List.of(application(1).labelled("us"), ONE.labelled("fast")),
                Map.of()));
    assertThat(plan.placement("A").replicas()).containsExactly(ONE.name());
    assertThat(reason(plan, "A")).isEqualTo("only processes labelled eu or fast may hold it");
    assertThat(plan.unmet()).isEmpty();
  }

  @Test
  void tellsAllContradictionsAtOnce() {
    List<ComponentSpecification> components =
        List.of(
            ComponentSpecification.of("A").withRuntime(Runtime.JVM).pinned(Place.REMOTE, "Ann"),
            ComponentSpecification.of("B").residentIn("eu"),
            ComponentSpecification.of("C").pinned(Place.LOCAL, "Ann").togetherWith("D"),
            ComponentSpecification.of("D").pinned(Place.REMOTE, "Ann"),
            ComponentSpecification.of("E").withRuntime(Runtime.JVM).apartFrom("F"),
            ComponentSpecification.of("F").withRuntime(Runtime.JVM),
            ComponentSpecification.of("G").withRuntime(Runtime.JVM).onlySandboxed(),
            ComponentSpecification.of("H").pinned(Place.LOCAL, "Ann").withMemory(2 * MEMORY));
    Plan plan =
        planner.plan(
            new Situation(components, CallGraph.EMPTY, List.of(application(1), ONE), Map.of()));
    assertThat(plan.unmet())
        .extracting(Unmet::words)
        .containsExactlyInAnyOrder(
            "A is pinned remote by Ann, but its runtime is JVM: it runs in the application's"
                + " process alone, unsandboxed",
            "B is to be in processes labelled eu only, but no living process is so",
            "C is to be in the processes of D, but one may be local, the other at replica-1",
            "E is to be in no process with F, but there are not processes enough that both may be"
                + " in: both are in the application's process",
            "G is to run in the sandbox only, but its runtime is JVM: it runs in the application's"
                + " process alone, unsandboxed",
            "application has 1.07 GB for components, but those that must be there take 2.23 GB");
  }

  @Test
  void looksAtABoundedNumberOfPlacementsAndSaysTheSameTwice() {
    List<ComponentSpecification> components = new ArrayList<>();
    List<CallEdge> edges = new ArrayList<>();
    Map<String, Double> own = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      components.add(ComponentSpecification.of("C" + i));
      own.put("C" + i, 1e-5 + random.nextDouble() * 1e-4);
    }
    for (int i = 0; i < 3_000; i++) {
      String caller = i % 10 == 0 ? "Front" : "C" + random.nextInt(300);
      edges.add(new CallEdge(caller, "C" + random.nextInt(300), random.nextInt(60), 500));
    }
    List<HostProcess> processes = new ArrayList<>(List.of(application(4)));
    for (int i = 1; i <= 8; i++) processes.add(HostProcess.replica("replica-" + i, 8, 16 * MEMORY));
    Situation situation =
        new Situation(components, new CallGraph(edges, own, 0), processes, Map.of());
    Plan plan = planner.plan(situation);
    int searches = 2;
    assertThat(plan.evaluations())
        .isLessThan(
            searches * (Search.EVALUATIONS_BESIDES + (long) Search.EVALUATIONS_A_GROUP * 300));
    assertThat(plan.cost().total()).isLessThan(plan.before().total());
    assertThat(planner.plan(situation)).isEqualTo(plan);
  }
}
