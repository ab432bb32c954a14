package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Looks at where else each component might be, all others being where the plan has them. */
final class Alternatives {
  private final Problem problem;
  private final Assignment plan;
  private final double cost;

  /**
   * @param plan is as before after each look
   */
  Alternatives(Problem problem, Assignment plan) {
    this.problem = problem;
    this.plan = plan;
    cost = compared();
  }

  private double compared() {
    return plan.objective() - plan.moving();
  }

  /** All places but the one where it is. */
  List<Alternative> of(int component) {
    List<Alternative> others = new ArrayList<>();
    boolean home = plan.at(component) == Hosts.HOME;
    if (!home || plan.boxed(component)) others.add(home(component, Place.LOCAL));
    if (!home || !plan.boxed(component)) others.add(home(component, Place.SANDBOXED));
    if (home) others.add(remote(component));
    return others;
  }

  private Alternative home(int component, Place place) {
    Domain domain = problem.domains[component];
    boolean boxed = place == Place.SANDBOXED;
    Group group = problem.groups.get(problem.groupOf[component]);
    if (!group.home() || !(boxed ? domain.sandboxed() : domain.local())) {
      return impossible(place, component);
    }
    return tried(component, place, Hosts.HOME, boxed);
  }

  private Alternative remote(int component) {
    Group group = problem.groups.get(problem.groupOf[component]);
    if (problem.hosts.living() == 0) {
      return new Alternative(
          Place.REMOTE, List.of(), OptionalDouble.empty(), "there is no living replica");
    }
    Alternative best = impossible(Place.REMOTE, component);
    for (long rest = group.replicas(); rest != 0; rest &= rest - 1) {
      Alternative each = tried(component, Place.REMOTE, Long.lowestOneBit(rest), true);
      if (best.dearer().isEmpty() || each.dearer().getAsDouble() < best.dearer().getAsDouble())
        best = each;
    }
    return best;
  }

  private Alternative impossible(Place place, int component) {
    String words =
        problem.component(component).runtime() == Runtime.JVM
            ? "its runtime is JVM"
            : "it may be only " + problem.domains[component].words(problem.hosts);
    return new Alternative(place, List.of(), OptionalDouble.empty(), words);
  }

  private Alternative tried(int component, Place place, long mask, boolean boxed) {
    Group group = problem.groups.get(problem.groupOf[component]);
    long before = plan.at(component);
    boolean wasBoxed = plan.boxed(component);
    boolean keptBoxed = before == Hosts.HOME && wasBoxed;
    double broken = plan.broken();
    double overload = plan.overload();
    plan.move(group, mask);
    plan.put(component, mask, mask == Hosts.HOME ? boxed : keptBoxed);
    double dearer = compared() - cost;
    String words = words(plan.broken() > broken, plan.overload() - overload);
    plan.move(group, before);
    plan.put(
        component, before, before == Hosts.HOME ? wasBoxed : !problem.domains[component].local());
    List<String> replicas = problem.hosts.names(mask);
    return new Alternative(place, replicas, OptionalDouble.of(dearer), words);
  }

  private static String words(boolean broken, double overload) {
    if (broken) return "breaks what is asked of others there, or takes more memory than there is";
    if (overload > 1e-9) return "overloads a process by " + Amounts.processors(overload);
    return "";
  }
}
