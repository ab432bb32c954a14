package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is moved at a time: each group by itself, and groups that talk much with each other as one,
 * since moving them one after the other would be dear on the way.
 */
final class Clusters {
  /** A cluster of more groups is hardly ever moved as one. */
  static final int LARGEST = 24;

  /** Among many groups, looking at large clusters would take too long. */
  private static final int MANY_GROUPS = 100;

  private static final int LARGEST_OF_MANY = 1;

  private record Bond(int one, int other, double price) {}

  private final Problem problem;
  private final boolean[] fixed;

  private Clusters(Problem problem, boolean[] fixed) {
    this.problem = problem;
    this.fixed = fixed;
  }

  /**
   * Numbers of groups.
   *
   * @param fixed by group, whether it stays
   */
  static List<int[]> of(Problem problem, boolean[] fixed) {
    return new Clusters(problem, fixed).all();
  }

  private List<int[]> all() {
    List<int[]> clusters = new ArrayList<>();
    List<List<Integer>> joined = new ArrayList<>();
    for (int i = 0; i < fixed.length; i++) {
      joined.add(List.of(i));
      if (!fixed[i]) clusters.add(new int[] {i});
    }
    int largest = fixed.length > MANY_GROUPS ? LARGEST_OF_MANY : LARGEST;
    for (Bond bond : bonds()) {
      List<Integer> one = joined.get(bond.one());
      List<Integer> other = joined.get(bond.other());
      if (one == other || one.size() + other.size() > largest) continue;
      List<Integer> both = Stream.concat(one.stream(), other.stream()).toList();
      both.forEach(group -> joined.set(group, both));
      clusters.add(both.stream().mapToInt(Integer::intValue).toArray());
    }
    return clusters;
  }

  /** Between groups that may move, the dearest first. */
  private List<Bond> bonds() {
    Map<Long, Double> prices = new TreeMap<>();
    IntStream.range(0, problem.calls.length).forEach(edge -> add(edge, prices));
    return prices.entrySet().stream()
        .map(each -> bond(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingDouble(Bond::price).reversed().thenComparing(Bond::one))
        .toList();
  }

  private void add(int edge, Map<Long, Double> prices) {
    if (problem.from[edge] == Problem.FRONT) return;
    int one = problem.groupOf[problem.from[edge]];
    int other = problem.groupOf[problem.to[edge]];
    if (one == other || fixed[one] || fixed[other]) return;
    CostModel model = problem.model;
    double price =
        problem.calls[edge]
            * (model.tunnelCall(problem.bytes[edge])
                + model.tunnelWaitSeconds() * model.waitWeight());
    long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
    if (price > 0) prices.merge(key, price, Double::sum);
  }

  private static Bond bond(long key, double price) {
    return new Bond((int) (key >> 32), (int) key, price);
  }
}
