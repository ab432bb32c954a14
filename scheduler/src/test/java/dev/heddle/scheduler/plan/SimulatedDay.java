package dev.heddle.scheduler.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A day of the shop in ticks of ten seconds: load that rises and falls with the sun, noise on every
 * edge, bursts of two minutes, and a replica that dies and comes back. The planner sees what is
 * counted, and is judged by what there was.
 */
final class SimulatedDay {
  static final int TICKS = 8_640;
  private static final int SECONDS = 10;
  private static final int ORACLE_EVERY = 12;
  private static final double PEAK_REQUESTS = 2_600;
  private static final Duration HALF_LIFE = Duration.ofMinutes(1);

  /** What came of it; costs are means over the ticks, in processors. */
  record Outcome(int moves, int movesOfDeath, double cost, double oracle, int oracleMoves) {}

  private final SplittableRandom random;
  private final PlacementPlanner planner = PlacementPlanner.usual();
  private final PlacementPlanner oracle =
      new PlacementPlanner(withoutMovingCost(), withoutPatience());
  private final Map<String, EdgeReading> counted = new HashMap<>();
  private final Map<String, Integer> movedAt = new HashMap<>();
  private Map<String, Placement> placed = new HashMap<>();
  private Map<String, Placement> best = new HashMap<>();
  private LoadEstimate estimate = LoadEstimate.NONE;
  private int moves;
  private int movesOfDeath;
  private int oracleMoves;

  SimulatedDay(long seed) {
    random = new SplittableRandom(seed);
    for (ComponentSpecification each : Boutique.components()) {
      placed.put(each.name(), Placement.LOCAL);
      best.put(each.name(), Placement.LOCAL);
      movedAt.put(each.name(), -TICKS);
    }
  }

  private static CostModel withoutMovingCost() {
    CostModel it = CostModel.MEASURED;
    return new CostModel(
        it.sandboxSlowdown(),
        it.sandboxCallSeconds(),
        it.sandboxByteSeconds(),
        it.tunnelCallSeconds(),
        it.tunnelByteSeconds(),
        it.tunnelWaitSeconds(),
        it.waitWeight(),
        it.memoryPrice(),
        it.overloadPrice(),
        0,
        it.bytesUnknown());
  }

  private static PlanningPolicy withoutPatience() {
    return new PlanningPolicy(0.7, 0.7, 0, 0, Duration.ofMinutes(10), Duration.ZERO, 0);
  }

  Outcome run() {
    double cost = 0;
    double least = 0;
    int burst = 0;
    List<EdgeReading> before = List.of();
    for (int tick = 0; tick < TICKS; tick++) {
      if (random.nextInt(700) == 0) burst = 12;
      CallGraph truth = noisy(Boutique.at(requests(tick) * (burst-- > 0 ? 1.7 : 1)));
      List<EdgeReading> now = count(truth);
      estimate = estimate.after(before, now, Duration.ofSeconds(SECONDS), HALF_LIFE);
      before = now;
      List<HostProcess> processes = processes(tick);
      apply(planner.plan(situation(estimate.graph(CostModel.MEASURED, 0), processes, tick)), tick);
      if (tick % ORACLE_EVERY != 0) continue;
      Plan free = oracle.plan(new Situation(Boutique.components(), truth, processes, inForce()));
      oracleMoves += free.moves().size();
      best = OptimumTest.placed(free);
      Situation judged = new Situation(Boutique.components(), truth, processes, Map.of());
      cost += cost(judged, placed);
      least += cost(judged, best);
    }
    int judgements = TICKS / ORACLE_EVERY;
    return new Outcome(moves, movesOfDeath, cost / judgements, least / judgements, oracleMoves);
  }

  private static double requests(int tick) {
    double phase = 2 * Math.PI * tick / TICKS;
    return PEAK_REQUESTS * (0.55 - 0.45 * Math.cos(phase));
  }

  private CallGraph noisy(CallGraph graph) {
    List<CallEdge> edges = new ArrayList<>();
    for (CallEdge edge : graph.edges()) {
      double calls = edge.callsPerSecond() * Math.max(0, 1 + 0.05 * random.nextGaussian());
      edges.add(new CallEdge(edge.caller(), edge.callee(), calls, edge.bytesPerCall()));
    }
    return new CallGraph(edges, graph.ownSeconds(), 0);
  }

  /** What the processes' counters would say: latencies are those of where each component is. */
  private List<EdgeReading> count(CallGraph graph) {
    for (CallEdge edge : graph.edges()) {
      Place place = placedAt(edge.callee()).place();
      long calls = Math.round(edge.callsPerSecond() * SECONDS);
      long bytes = place == Place.LOCAL ? 0 : Math.round(calls * edge.bytesPerCall());
      double way = CostModel.MEASURED.wayTo(place, edge.bytesPerCall());
      long nanos = Math.round(calls * (seconds(edge.callee()) + way) * 1e9);
      EdgeReading more =
          new EdgeReading(edge.caller(), edge.callee(), "call", place, calls, bytes, calls, nanos);
      counted.merge(edge.caller() + " " + edge.callee() + " " + place, more, SimulatedDay::sum);
    }
    return List.copyOf(counted.values());
  }

  private static EdgeReading sum(EdgeReading one, EdgeReading other) {
    return new EdgeReading(
        one.caller(),
        one.callee(),
        one.method(),
        one.place(),
        one.calls() + other.calls(),
        one.bytes() + other.bytes(),
        one.timed() + other.timed(),
        one.timedNanos() + other.timedNanos());
  }

  /** How long a call takes with what it calls. */
  private double seconds(String component) {
    double seconds =
        Boutique.ownSeconds().getOrDefault(component, 0.0)
            * CostModel.MEASURED.slowdown(placedAt(component).place());
    double rate = 0;
    double below = 0;
    for (CallEdge edge : Boutique.at(1).edges()) {
      if (edge.callee().equals(component)) rate += edge.callsPerSecond();
      if (!edge.caller().equals(component)) continue;
      double way = CostModel.MEASURED.wayTo(placedAt(edge.callee()).place(), edge.bytesPerCall());
      below += edge.callsPerSecond() * (seconds(edge.callee()) + way);
    }
    return seconds + (rate == 0 ? 0 : below / rate);
  }

  private Placement placedAt(String component) {
    return placed.getOrDefault(component, Placement.LOCAL);
  }

  private static boolean dead(int tick) {
    return tick >= TICKS * 6 / 10 && tick < TICKS * 6 / 10 + 180;
  }

  private static List<HostProcess> processes(int tick) {
    HostProcess first = HostProcess.replica("replica-1", 4, 1L << 30);
    return List.of(
        HostProcess.application(2, 1L << 30),
        dead(tick) ? first.gone() : first,
        HostProcess.replica("replica-2", 4, 1L << 30));
  }

  private Situation situation(CallGraph graph, List<HostProcess> processes, int tick) {
    Map<String, Standing> inForce = new HashMap<>();
    placed.forEach(
        (name, placement) ->
            inForce.put(
                name,
                new Standing(
                    placement,
                    Duration.ofSeconds((long) SECONDS * (tick - movedAt.getOrDefault(name, 0))))));
    return new Situation(Boutique.components(), graph, processes, inForce);
  }

  private Map<String, Standing> inForce() {
    Map<String, Standing> inForce = new HashMap<>();
    best.forEach((name, it) -> inForce.put(name, new Standing(it, Duration.ofDays(1))));
    return inForce;
  }

  private void apply(Plan plan, int tick) {
    moves += plan.moves().size();
    if (dead(tick) != dead(tick - 1)) movesOfDeath += plan.moves().size();
    plan.moves().forEach(move -> movedAt.put(move.component(), tick));
    placed = OptimumTest.placed(plan);
  }

  private static double cost(Situation situation, Map<String, Placement> placed) {
    return Exact.cost(situation, CostModel.MEASURED, PlanningPolicy.USUAL.target(), placed).total();
  }
}
