package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.List;

/** Tries every placement of the groups, where there are few: what it finds is the best. */
final class Enumeration {
  private static final long MOST = 16_384;

  private final Problem problem;
  private final Assignment assignment;
  private final long[][] choices;
  private double best;
  private long[] places;

  private Enumeration(Problem problem, Assignment assignment, long[][] choices) {
    this.problem = problem;
    this.assignment = assignment;
    this.choices = choices;
    best = assignment.objective();
    places = assignment.places();
  }

  /**
   * Leaves the assignment at its best, if that can be found by trying everything.
   *
   * @param fixed by group, whether it stays
   * @return whether it could
   */
  static boolean run(Problem problem, Assignment assignment, boolean[] fixed) {
    long[][] choices = new long[fixed.length][];
    double total = 1;
    for (int i = 0; i < fixed.length; i++) {
      Group group = problem.groups.get(i);
      total *= count(group, fixed[i]);
      if (total > MOST) return false;
      choices[i] = fixed[i] ? new long[] {assignment.of(group)} : masks(group);
    }
    Enumeration enumeration = new Enumeration(problem, assignment, choices);
    enumeration.place(0);
    enumeration.keepBest();
    return true;
  }

  private static double count(Group group, boolean fixed) {
    return fixed ? 1 : Math.scalb(1.0, Long.bitCount(group.replicas()));
  }

  private static long[] masks(Group group) {
    List<Long> masks = new ArrayList<>();
    if (group.home()) masks.add(Hosts.HOME);
    for (long mask = group.replicas(); mask != 0; mask = (mask - 1) & group.replicas()) {
      if (group.allows(mask)) masks.add(mask);
    }
    return masks.stream().mapToLong(Long::longValue).toArray();
  }

  private void place(int number) {
    if (number == choices.length) {
      double objective = assignment.objective();
      if (objective < best) {
        best = objective;
        places = assignment.places();
      }
      return;
    }
    for (long mask : choices[number]) {
      if (choices[number].length > 1) assignment.move(problem.groups.get(number), mask);
      place(number + 1);
    }
  }

  private void keepBest() {
    for (Group group : problem.groups) assignment.move(group, places[group.members()[0]]);
    assignment.refresh();
  }
}
