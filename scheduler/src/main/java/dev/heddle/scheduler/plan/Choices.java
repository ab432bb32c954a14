package dev.heddle.scheduler.plan;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Where a cluster might go from where it is. */
final class Choices {
  /** Beyond so many clusters and replicas, only the likely places are looked at. */
  private static final int ALL_PLACES = 400;

  private static final int MOST_LIKELY_NEIGHBOURS = 4;
  private static final int MOST_AT_ONCE = 3;

  private final Problem problem;
  private final Assignment assignment;
  private final boolean all;

  Choices(Problem problem, Assignment assignment, int clusters) {
    this.problem = problem;
    this.assignment = assignment;
    all = (long) clusters * problem.hosts.count() <= ALL_PLACES;
  }

  /** Masks that all its groups may be at, without the one that they are at. */
  long[] of(int[] cluster) {
    long now = assignment.of(problem.groups.get(cluster[0]));
    LongStream.Builder masks = LongStream.builder();
    masks.add(Hosts.HOME);
    long living = problem.hosts.living();
    if (all) {
      for (long rest = living; rest != 0; rest &= rest - 1) {
        long replica = Long.lowestOneBit(rest);
        masks.add(replica).add(now ^ replica);
      }
    } else {
      addNeighbours(cluster, masks);
      for (long rest = now; rest != 0; rest &= rest - 1) masks.add(now ^ Long.lowestOneBit(rest));
    }
    addLeastUsed(cluster, now, masks);
    return masks
        .build()
        .distinct()
        .filter(mask -> isOther(cluster, mask) && allowed(cluster, mask))
        .toArray();
  }

  private boolean isOther(int[] cluster, long mask) {
    return IntStream.of(cluster)
        .anyMatch(group -> assignment.of(problem.groups.get(group)) != mask);
  }

  private boolean allowed(int[] cluster, long mask) {
    return IntStream.of(cluster).allMatch(group -> problem.groups.get(group).allows(mask));
  }

  /** Where those are whom it calls and who call it, as far as there are few such places. */
  private void addNeighbours(int[] cluster, LongStream.Builder masks) {
    int found = 0;
    for (int member : problem.groups.get(cluster[0]).members()) {
      for (int edge : problem.edgesOf[member]) {
        int other = problem.to[edge] == member ? problem.from[edge] : problem.to[edge];
        if (other == Problem.FRONT || assignment.at(other) == Hosts.HOME) continue;
        masks.add(assignment.at(other));
        if (++found == MOST_LIKELY_NEIGHBOURS) return;
      }
    }
  }

  /** The one, two and three replicas that have most to spare, and one more than now. */
  private void addLeastUsed(int[] cluster, long now, LongStream.Builder masks) {
    long allowed = problem.hosts.living();
    for (int group : cluster) allowed &= problem.groups.get(group).replicas();
    long chosen = 0;
    for (int i = 0; i < MOST_AT_ONCE && (allowed & ~chosen) != 0; i++) {
      chosen |= leastUsed(allowed & ~chosen);
      masks.add(chosen);
    }
    if ((allowed & ~now) != 0) masks.add(now | leastUsed(allowed & ~now));
  }

  private long leastUsed(long replicas) {
    int best = Long.numberOfTrailingZeros(replicas);
    for (long rest = replicas; rest != 0; rest &= rest - 1) {
      int each = Long.numberOfTrailingZeros(rest);
      if (assignment.spare(each + 1) > assignment.spare(best + 1)) best = each;
    }
    return 1L << best;
  }
}
