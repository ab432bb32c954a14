package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides where components run: a pure function of a situation. The same situation always has the
 * same plan. Immutable.
 */
public final class PlacementPlanner {
  private final CostModel model;
  private final PlanningPolicy policy;

  /**
   * @param model what calls and placements cost
   * @param policy how full processes are to be, and when a plan is left as it is
   */
  public PlacementPlanner(CostModel model, PlanningPolicy policy) {
    this.model = model;
    this.policy = policy;
  }

  /** With what was measured, and the policy that serves most applications. */
  public static PlacementPlanner usual() {
    return new PlacementPlanner(CostModel.MEASURED, PlanningPolicy.USUAL);
  }

  /** The plan for a situation. */
  public Plan plan(Situation situation) {
    Problem problem = new Problem(situation, model, policy);
    Outcome outcome = new Decider(problem).decide();
    Assignment chosen = outcome.chosen();
    chosen.refresh();
    Placement[] placements = placements(problem, chosen);
    Reasons reasons = new Reasons(outcome);
    Alternatives alternatives = new Alternatives(problem, chosen);
    Spills spills = new Spills(problem, chosen);
    TreeMap<String, Decision> decisions = new TreeMap<>();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < placements.length; i++) {
      String name = problem.name(i);
      Placement placement = placements[i];
      Optional<Spill> spill = spills.of(i);
      decisions.put(
          name,
          new Decision(
              spill.map(placement::spilling).orElse(placement),
              reasons.of(i, placement),
              alternatives.of(i)));
      move(situation.inForce(), name, placement).ifPresent(moves::add);
    }
    return new Plan(
        decisions,
        moves,
        outcome.before().cost(),
        chosen.cost(),
        processes(problem, chosen),
        new Shortfalls(problem, chosen).all(),
        outcome.evaluations());
  }

  private static Placement[] placements(Problem problem, Assignment chosen) {
    Placement[] placements = new Placement[problem.work.length];
    for (int i = 0; i < placements.length; i++) {
      long mask = chosen.at(i);
      placements[i] =
          mask != Hosts.HOME
              ? Placement.remote(problem.hosts.names(mask))
              : chosen.boxed(i) ? Placement.SANDBOXED : Placement.LOCAL;
    }
    return placements;
  }

  private static Optional<Move> move(
      Map<String, Standing> inForce, String component, Placement placement) {
    Standing standing = inForce.get(component);
    if (standing == null || standing.placement().samePlaceAs(placement)) return Optional.empty();
    return Optional.of(new Move(component, standing.placement(), placement));
  }

  private static List<ProcessUse> processes(Problem problem, Assignment chosen) {
    List<ProcessUse> processes = new ArrayList<>();
    for (int i = 0; i < problem.hosts.count(); i++) {
      if (!problem.hosts.living(i)) continue;
      processes.add(
          new ProcessUse(
              problem.hosts.process(i).name(),
              chosen.use(i),
              chosen.use(i) + chosen.spare(i),
              Math.round(chosen.gigabytes(i) * 1e9)));
    }
    return processes;
  }
}
