package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Finds the plan for a problem, and leaves the one in force where that is nearly as good. */
final class Decider {
  private static final int THROWS = 16;

  /** Of more groups, fewer beginnings are tried. */
  private static final int MANY_GROUPS = 100;

  /** Among more groups a few throws find nothing. */
  private static final int MOST_THROWN = 32;

  private final Problem problem;
  private final PlanningPolicy policy;
  private final Capacities targets;
  private final Incumbent incumbent;
  private long evaluations;

  Decider(Problem problem) {
    this.problem = problem;
    policy = problem.policy;
    targets = Capacities.of(problem.hosts, policy.target());
    incumbent = new Incumbent(problem);
  }

  Outcome decide() {
    Assignment before = incumbent.start(targets);
    Assignment base = incumbent.mended(targets);
    evaluations += base.evaluations();
    Set<Integer> idle = sendIdleHome(base);
    if (nothingIsBetter(base)) return outcome(before, base, idle, 0);
    Capacities capacities = incumbent.nothing() ? targets : cautious(base);
    Assignment best = best(base, capacities, incumbent.fixed());
    if (best.broken() > 0) best = best(base, capacities, new boolean[problem.groups.size()]);
    double saving = base.objective() - best.objective();
    if (worthIt(saving, base)) return outcome(before, polished(best, capacities), idle, 0);
    return outcome(before, base, idle, Math.max(0, saving));
  }

  private Outcome outcome(Assignment before, Assignment chosen, Set<Integer> idle, double missed) {
    return new Outcome(problem, before, chosen, incumbent, idle, missed, evaluations);
  }

  private boolean worthIt(double saving, Assignment base) {
    if (incumbent.nothing()) return true;
    return saving >= policy.leastSaving() && saving >= policy.leastShare() * base.objective();
  }

  /** With all at home, outside of the sandbox where that may be, no call costs anything. */
  private boolean nothingIsBetter(Assignment base) {
    for (int i = 0; i < problem.work.length; i++) {
      if (base.at(i) != Hosts.HOME) return false;
      if (base.boxed(i) && problem.domains[i].local()) return false;
    }
    return base.objective() - base.costs() - base.moving() < 1e-6;
  }

  private Set<Integer> sendIdleHome(Assignment base) {
    Set<Integer> idle = new HashSet<>();
    boolean[] fixed = incumbent.fixed();
    for (int i = 0; i < fixed.length; i++) {
      Group group = problem.groups.get(i);
      long place = base.of(group);
      if (fixed[i] || place == Hosts.HOME || !group.home() || !isIdle(group)) continue;
      double objective = base.objective() - base.moving();
      base.move(group, Hosts.HOME);
      if (base.objective() - base.moving() > objective + policy.leastSaving()) {
        base.move(group, place);
      } else {
        idle.add(i);
      }
    }
    return idle;
  }

  private boolean isIdle(Group group) {
    return Arrays.stream(group.members())
        .allMatch(member -> problem.rate[member] < policy.idleCallsPerSecond());
  }

  /** The best that is found, or {@code base}; what is fixed stays. */
  private Assignment best(Assignment base, Capacities capacities, boolean[] fixed) {
    long[] here = base.places();
    List<Assignment> found = new ArrayList<>();
    boolean full = base.overload() > 0 || base.broken() > 0;
    boolean thorough = incumbent.nothing() || full;
    boolean many = problem.groups.size() > MANY_GROUPS;
    if (!many) found.add(improved(start(here, capacities, fixed), fixed, false, thorough));
    long[] first = many ? here : home(here, fixed);
    found.add(improved(start(first, capacities, fixed), fixed, true, thorough));
    if (incumbent.nothing() && !many) {
      found.add(improved(start(away(here), capacities, fixed), fixed, false, true));
    }
    if (full && !many) found.add(improved(start(here, capacities, fixed), fixed, true, true));
    Assignment best = base;
    for (Assignment each : found) {
      Assignment comparable = each.within(targets);
      if (comparable.objective() < best.objective()) best = comparable;
    }
    return best;
  }

  /**
   * Tries to get out of a place from which no small step leads to a better one: by trying all where
   * that is possible, else by throwing some groups elsewhere and searching again from there. The
   * throws are the same each time.
   */
  private Assignment polished(Assignment found, Capacities capacities) {
    if (nothingIsBetter(found)) return found;
    SplittableRandom random = new SplittableRandom(THROWS);
    boolean[] fixed = incumbent.fixed();
    Assignment best = found.within(capacities);
    boolean all = Enumeration.run(problem, best, fixed);
    evaluations += best.evaluations() - found.evaluations();
    if (all) return best.within(targets);
    for (int i = 0; i < THROWS && problem.groups.size() <= MOST_THROWN; i++) {
      Assignment thrown = best.within(capacities);
      throwSome(thrown, i % 2 == 0 ? 1 : 3, random);
      Assignment again = improved(thrown, fixed, false, true);
      if (again.objective() < best.objective()) best = again;
    }
    return best.within(targets);
  }

  /** One group in so many, to any place. */
  private void throwSome(Assignment thrown, int oneIn, SplittableRandom random) {
    for (int i = 0; i < problem.groups.size(); i++) {
      Group group = problem.groups.get(i);
      if (incumbent.fixed()[i] || random.nextInt(oneIn) > 0) continue;
      long mask = group.replicas() & random.nextLong();
      if (group.allows(mask)) thrown.move(group, mask);
    }
  }

  /**
   * Processes that have too much are to have clearly less, so that the next noise does not make
   * them have too much again; others are filled only so far.
   */
  private Capacities cautious(Assignment base) {
    Capacities filled = Capacities.of(problem.hosts, policy.arrivals());
    return base.overload() > 0 ? filled : filled.atLeast(base.use());
  }

  private Assignment improved(
      Assignment start, boolean[] fixed, boolean relieve, boolean thorough) {
    Search search = new Search(problem, start, fixed, thorough);
    if (relieve) search.relieve();
    else search.run();
    evaluations += start.evaluations();
    return start;
  }

  /** Outside of the sandbox, what may be so at home and is not fixed. */
  private Assignment start(long[] at, Capacities capacities, boolean[] fixed) {
    boolean[] boxed = incumbent.boxed();
    for (int i = 0; i < boxed.length; i++) {
      if (!fixed[problem.groupOf[i]]) boxed[i] = !problem.domains[i].local();
    }
    return new Assignment(problem, at, boxed, incumbent.inForce(), capacities);
  }

  private long[] home(long[] here, boolean[] fixed) {
    long[] at = here.clone();
    for (int i = 0; i < at.length; i++) {
      int group = problem.groupOf[i];
      if (!fixed[group]) at[i] = Incumbent.anywhere(problem.groups.get(group));
    }
    return at;
  }

  /** Every group at a replica, in turn. */
  private long[] away(long[] here) {
    long[] at = here.clone();
    for (int i = 0; i < problem.groups.size(); i++) {
      Group group = problem.groups.get(i);
      if (group.replicas() == 0) continue;
      long place = nth(group.replicas(), i);
      for (int member : group.members()) at[member] = place;
    }
    return at;
  }

  private static long nth(long mask, int number) {
    long rest = mask;
    for (int i = number % Long.bitCount(mask); i > 0; i--) rest &= rest - 1;
    return Long.lowestOneBit(rest);
  }
}
