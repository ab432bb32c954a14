package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.List;

/** Says what of the wishes a plan does not meet. */
final class Shortfalls {
  /** Beyond so small a share nobody minds. */
  private static final double NEGLIGIBLE = 0.01;

  private final Problem problem;
  private final Assignment plan;

  Shortfalls(Problem problem, Assignment plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /** What each component cannot have, then what they cannot have together. */
  List<Unmet> all() {
    List<Unmet> all = new ArrayList<>(problem.unmet);
    for (int[] pair : problem.apart) addNear(pair, all);
    for (int i = 0; i < problem.hosts.count(); i++) {
      if (problem.hosts.living(i)) addProcess(i, all);
    }
    return all;
  }

  private void addNear(int[] pair, List<Unmet> all) {
    if (!Assignment.meet(plan.at(pair[0]), plan.at(pair[1]))) return;
    String one = problem.name(pair[0]);
    String other = problem.name(pair[1]);
    all.add(
        new Unmet(
            Unmet.Kind.APART,
            one,
            other,
            one
                + " is to be in no process with "
                + other
                + ", but there are not processes enough that both may be in: both are "
                + where(plan.at(pair[0]))));
  }

  private String where(long mask) {
    return mask == Hosts.HOME
        ? "in the application's process"
        : "at " + String.join(", ", problem.hosts.names(mask));
  }

  private void addProcess(int number, List<Unmet> all) {
    HostProcess process = problem.hosts.process(number);
    double memory = process.memoryBytes() / 1e9;
    if (plan.gigabytes(number) > memory + 1e-9) {
      all.add(
          new Unmet(
              Unmet.Kind.MEMORY,
              process.name(),
              "",
              process.name()
                  + " has "
                  + Amounts.gigabytes(memory)
                  + " for components, but those that must be there take "
                  + Amounts.gigabytes(plan.gigabytes(number))));
    }
    double limit = plan.use(number) + plan.spare(number);
    if (plan.use(number) > limit * (1 + NEGLIGIBLE)) {
      all.add(
          new Unmet(
              Unmet.Kind.PROCESSORS,
              process.name(),
              "",
              process.name()
                  + " is to use "
                  + Amounts.decimal(limit)
                  + " processors at most, but uses "
                  + Amounts.decimal(plan.use(number))
                  + ": nothing that may leave it would cost less elsewhere"));
    }
  }
}
