package dev.heddle.benchmarks.plan;

import dev.heddle.scheduler.plan.CallEdge;
import dev.heddle.scheduler.plan.CallGraph;
import dev.heddle.scheduler.plan.ComponentSpecification;
import dev.heddle.scheduler.plan.HostProcess;
import dev.heddle.scheduler.plan.PlacementPlanner;
import dev.heddle.scheduler.plan.Plan;
import dev.heddle.scheduler.plan.Situation;
import dev.heddle.scheduler.plan.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Times the planner on 1,000 components with 10,000 edges and nine processes, of which the
 * application's is saturated: {@code PlanBenchmark MACHINE}. Exits with 1 when the middle of ten
 * plans takes a second or more.
 */
public final class PlanBenchmark {
  private static final int COMPONENTS = 1_000;
  private static final int EDGES = 10_000;
  private static final int REPLICAS = 8;
  private static final int ROUNDS = 10;
  private static final double BUDGET_MILLIS = 1_000;

  private PlanBenchmark() {}

  /** Prints a line for the first plan, and one for those that follow when few things change. */
  public static void main(String[] arguments) {
    System.out.println("Machine: " + String.join(" ", arguments));
    Situation fresh = situation(Map.of());
    Plan plan = PlacementPlanner.usual().plan(fresh);
    double first = time("a first plan", fresh);
    Map<String, Standing> inForce = new HashMap<>();
    plan.decisions()
        .forEach(
            (name, decision) ->
                inForce.put(name, new Standing(decision.placement(), Duration.ofDays(1))));
    double next = time("the next plan", situation(inForce));
    boolean kept = Math.max(first, next) < BUDGET_MILLIS;
    System.out.printf("budget %,.0f ms: %s%n", BUDGET_MILLIS, kept ? "kept" : "missed");
    System.exit(kept ? 0 : 1);
  }

  private static double time(String what, Situation situation) {
    double[] millis = new double[ROUNDS];
    long looked = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      looked = PlacementPlanner.usual().plan(situation).evaluations();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    double middle = millis[ROUNDS / 2];
    System.out.printf(
        "%s: %,.0f ms (%,.0f to %,.0f), %,d placements looked at%n",
        what, middle, millis[0], millis[ROUNDS - 1], looked);
    return middle;
  }

  private static Situation situation(Map<String, Standing> inForce) {
    SplittableRandom random = new SplittableRandom(1);
    List<ComponentSpecification> components = new ArrayList<>();
    Map<String, Double> own = new HashMap<>();
    for (int i = 0; i < COMPONENTS; i++) {
      components.add(ComponentSpecification.of("C" + i));
      own.put("C" + i, 1e-5 + random.nextDouble() * 1e-4);
    }
    List<CallEdge> edges = new ArrayList<>();
    for (int i = 0; i < EDGES; i++) {
      String caller = i % 10 == 0 ? "Front" : "C" + random.nextInt(COMPONENTS);
      String callee = "C" + random.nextInt(COMPONENTS);
      edges.add(new CallEdge(caller, callee, random.nextInt(60), 500));
    }
    List<HostProcess> processes = new ArrayList<>();
    processes.add(HostProcess.application(8, 1L << 34));
    for (int i = 1; i <= REPLICAS; i++) {
      processes.add(HostProcess.replica("replica-" + i, 16, 1L << 34));
    }
    return new Situation(components, new CallGraph(edges, own, 0), processes, inForce);
  }
}
