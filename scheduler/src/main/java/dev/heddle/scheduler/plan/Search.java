package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Makes an assignment better, move by move, until no move of a group or of a cluster does, nor, in
 * small problems, any two moves together. It looks at a bounded number of placements. The same
 * problem always has the same outcome.
 */
final class Search {
  /** Placements that are looked at for a group, at most, and besides for any problem. */
  static final int EVALUATIONS_A_GROUP = 100;

  static final int EVALUATIONS_BESIDES = 20_000;

  /** With so many choices of all clusters at most, moves are looked at that are good together. */
  private static final int THOROUGH_CHOICES = 90;

  private static final double LEAST_GAIN = 1e-9;

  /** Of numbers as large as those of broken rules less than that is rounding. */
  private static final double LEAST_SHARE = 1e-12;

  private record Step(int[] cluster, long mask, double objective) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Undo(int[] cluster, long[] places) {}

  private record Relief(int[] cluster, long mask, double price) {}

  private final Problem problem;
  private final Assignment assignment;
  private final boolean thorough;
  private final List<int[]> clusters;
  private final Choices choices;
  private final long mostEvaluations;

  /**
   * @param fixed by group, whether it stays
   * @param thorough whether to look for moves that are good together, too
   */
  Search(Problem problem, Assignment assignment, boolean[] fixed, boolean thorough) {
    this.problem = problem;
    this.assignment = assignment;
    this.thorough = thorough;
    clusters = Clusters.of(problem, fixed);
    choices = new Choices(problem, assignment, clusters.size());
    mostEvaluations =
        assignment.evaluations()
            + EVALUATIONS_BESIDES
            + (long) EVALUATIONS_A_GROUP * problem.groups.size();
  }

  /** Moves what is best moved. */
  void run() {
    boolean better = true;
    while (better && affordable()) {
      descend();
      better = thorough && small() && (pass(1) || pass(Clusters.LARGEST) || swap());
    }
    assignment.refresh();
  }

  private static double clearlyBelow(double objective) {
    return objective - Math.max(LEAST_GAIN, LEAST_SHARE * objective);
  }

  private boolean affordable() {
    return assignment.evaluations() < mostEvaluations;
  }

  /** Single moves, again for those near to what was moved. */
  private void descend() {
    BitSet near = new BitSet();
    near.set(0, problem.groups.size());
    while (!near.isEmpty() && affordable()) {
      BitSet next = new BitSet();
      for (int[] cluster : clusters) {
        if (Arrays.stream(cluster).noneMatch(near::get)) continue;
        Step step = best(cluster);
        if (step.objective() < clearlyBelow(assignment.objective())) {
          move(cluster, step.mask());
          for (int group : cluster) addNear(group, next);
        }
        if (!affordable()) return;
      }
      near = next;
    }
  }

  private void addNear(int group, BitSet near) {
    near.set(group);
    for (int member : problem.groups.get(group).members()) {
      for (int edge : problem.edgesOf[member]) {
        if (problem.from[edge] != Problem.FRONT) near.set(problem.groupOf[problem.from[edge]]);
        near.set(problem.groupOf[problem.to[edge]]);
      }
    }
  }

  private Step best(int[] cluster) {
    Step best = new Step(cluster, 0, Double.MAX_VALUE);
    for (long mask : choices.of(cluster)) {
      long[] before = places(cluster);
      move(cluster, mask);
      double objective = assignment.objective();
      restore(cluster, before);
      if (objective < best.objective()) best = new Step(cluster, mask, objective);
    }
    return best;
  }

  private boolean small() {
    return clusters.stream().mapToInt(cluster -> choices.of(cluster).length).sum()
        <= THOROUGH_CHOICES;
  }

  /**
   * Makes the best move of something that has not moved, be it for better or worse, until all have;
   * then goes back to where it was best. Whether that is better than before.
   *
   * @param largest clusters of more groups are not moved
   */
  private boolean pass(int largest) {
    double start = assignment.objective();
    double least = start;
    List<Undo> trail = new ArrayList<>();
    int keep = 0;
    BitSet moved = new BitSet();
    for (Step step = next(moved, largest);
        step.objective() < Double.MAX_VALUE;
        step = next(moved, largest)) {
      long[] before = places(step.cluster());
      trail.add(new Undo(step.cluster(), before));
      move(step.cluster(), step.mask());
      for (int i = 0; i < before.length; i++) {
        if (before[i] != step.mask()) moved.set(step.cluster()[i]);
      }
      if (step.objective() < clearlyBelow(least)) {
        least = step.objective();
        keep = trail.size();
      }
    }
    for (Undo undo : trail.subList(keep, trail.size()).reversed()) {
      restore(undo.cluster(), undo.places());
    }
    return keep > 0;
  }

  private Step next(BitSet moved, int largest) {
    Step best = new Step(new int[0], 0, Double.MAX_VALUE);
    for (int[] cluster : clusters) {
      if (cluster.length > largest || Arrays.stream(cluster).anyMatch(moved::get)) continue;
      Step step = best(cluster);
      if (step.objective() < best.objective()) best = step;
    }
    return best;
  }

  /** Any two moves that are good together; whether there were any. */
  private boolean swap() {
    boolean better = false;
    for (int[] one : clusters) {
      long[] before = places(one);
      double start = assignment.objective();
      for (long mask : choices.of(one)) {
        move(one, mask);
        Step second = partner(one);
        if (second.objective() < clearlyBelow(start)) {
          move(second.cluster(), second.mask());
          better = true;
          break;
        }
        restore(one, before);
      }
    }
    return better;
  }

  private Step partner(int[] moved) {
    Step best = new Step(moved, 0, Double.MAX_VALUE);
    for (int[] other : clusters) {
      if (Arrays.stream(other).anyMatch(group -> contains(moved, group))) continue;
      Step step = best(other);
      if (step.objective() < best.objective()) best = step;
    }
    return best;
  }

  private static boolean contains(int[] cluster, int group) {
    return Arrays.stream(cluster).anyMatch(each -> each == group);
  }

  /**
   * Takes load from processes that have too much of it, what is cheapest for the relief first; then
   * makes it better as {@link #run} does.
   */
  void relieve() {
    int rounds = 8;
    while (rounds-- > 0 && assignment.overload() > 0 && affordable()) {
      List<Relief> reliefs = reliefs();
      if (reliefs.isEmpty()) break;
      for (Relief relief : reliefs) {
        if (assignment.overload() == 0) break;
        tryOut(relief);
      }
    }
    run();
  }

  private List<Relief> reliefs() {
    double costs = assignment.costs();
    double overload = assignment.overload();
    double objective = assignment.objective();
    List<Relief> reliefs = new ArrayList<>();
    for (int[] cluster : clusters) {
      if (!affordable()) break;
      for (long mask : choices.of(cluster)) {
        long[] before = places(cluster);
        move(cluster, mask);
        double relief = overload - assignment.overload();
        double price = assignment.costs() - costs;
        boolean better = assignment.objective() < clearlyBelow(objective);
        restore(cluster, before);
        if (better && relief > 0) reliefs.add(new Relief(cluster, mask, price / relief));
      }
    }
    reliefs.sort(Comparator.comparingDouble(Relief::price));
    return reliefs;
  }

  private void tryOut(Relief relief) {
    double objective = assignment.objective();
    long[] before = places(relief.cluster());
    move(relief.cluster(), relief.mask());
    if (assignment.objective() >= clearlyBelow(objective)) restore(relief.cluster(), before);
  }

  private long[] places(int[] cluster) {
    long[] places = new long[cluster.length];
    for (int i = 0; i < cluster.length; i++) {
      places[i] = assignment.of(problem.groups.get(cluster[i]));
    }
    return places;
  }

  private void move(int[] cluster, long mask) {
    for (int group : cluster) assignment.move(problem.groups.get(group), mask);
  }

  private void restore(int[] cluster, long[] places) {
    for (int i = 0; i < cluster.length; i++) {
      assignment.move(problem.groups.get(cluster[i]), places[i]);
    }
  }
}
