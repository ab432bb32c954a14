package dev.heddle.scheduler.plan;

import java.util.Arrays;

/**
 * Where every component is, with what that costs, kept up to date move by move. A component's work
 * and its ends of calls are shared equally by the processes that hold it. Not safe for use by many
 * threads.
 */
final class Assignment {
  /** Breaking a rule about two components is never worth it, nor is having too little memory. */
  static final double APART_PENALTY = 1e8;

  static final double MEMORY_PENALTY = 1e7;

  private final Problem problem;
  private final CostModel model;
  private final Capacities capacities;
  private final long[] at;
  private final boolean[] boxedAtHome;
  private final long[] inForce;
  private final double[] use;
  private final double[] gigabytes;
  private final double openPrice;
  private long evaluations;
  private double work;
  private double sandbox;
  private double tunnel;
  private double waiting;
  private double held;
  private double moving;
  private int tooNear;

  /**
   * @param at by component, the processes that hold it
   * @param inForce by component, the processes that hold it now, or {@link #NEW}
   * @param boxedAtHome by component, whether it is in the sandbox when it is at home
   */
  Assignment(
      Problem problem, long[] at, boolean[] boxedAtHome, long[] inForce, Capacities capacities) {
    this.problem = problem;
    this.model = problem.model;
    this.at = at.clone();
    this.inForce = inForce.clone();
    this.boxedAtHome = boxedAtHome.clone();
    this.capacities = capacities;
    use = new double[problem.hosts.count()];
    gigabytes = new double[problem.hosts.count()];
    openPrice = model.openSeconds() / Math.max(1e-9, problem.policy.horizon().toNanos() / 1e9);
    refresh();
  }

  /** Where a component is now that is nowhere yet. */
  static final long NEW = -1;

  /** The same places, with other capacities. */
  Assignment within(Capacities other) {
    Assignment copy = new Assignment(problem, at, boxedAtHome, inForce, other);
    copy.evaluations = evaluations;
    return copy;
  }

  /** Counts everything anew, which ends what many sums have gathered of rounding. */
  void refresh() {
    Arrays.fill(use, 0);
    Arrays.fill(gigabytes, 0);
    work = sandbox = tunnel = waiting = held = moving = 0;
    tooNear = 0;
    for (int i = 0; i < use.length; i++) {
      if (problem.hosts.living(i)) use[i] = problem.hosts.process(i).busy();
    }
    for (int i = 0; i < at.length; i++) countComponent(i, 1);
    for (int i = 0; i < problem.calls.length; i++) countEdge(i, 1);
    for (int[] pair : problem.apart) countPair(pair, 1);
  }

  long at(int component) {
    return at[component];
  }

  /** Where a group is: where its first member is. */
  long of(Group group) {
    return at[group.members()[0]];
  }

  long[] places() {
    return at.clone();
  }

  boolean boxed(int component) {
    return at[component] != Hosts.HOME || boxedAtHome[component];
  }

  double use(int process) {
    return use[process];
  }

  double[] use() {
    return use.clone();
  }

  /** Processors that a process is to use, and does not. */
  double spare(int process) {
    return capacities.ofProcess()[process] - use[process];
  }

  double gigabytes(int process) {
    return gigabytes[process];
  }

  long evaluations() {
    return evaluations;
  }

  void move(Group group, long mask) {
    evaluations++;
    for (int member : group.members()) move(member, mask);
  }

  /** Whether a component is outside of the sandbox at home is changed, too. */
  void put(int component, long mask, boolean boxed) {
    count(component, -1);
    at[component] = mask;
    boxedAtHome[component] = boxed;
    count(component, 1);
  }

  private void move(int component, long mask) {
    count(component, -1);
    at[component] = mask;
    count(component, 1);
  }

  private void count(int component, int sign) {
    countComponent(component, sign);
    for (int edge : problem.edgesOf[component]) countEdge(edge, sign);
    for (int pair : problem.apartOf[component]) countPair(problem.apart[pair], sign);
  }

  private void countComponent(int component, int sign) {
    long mask = at[component];
    double own = problem.work[component];
    double taken = own;
    work += sign * own;
    if (boxed(component)) {
      double added = own * (model.sandboxSlowdown() - 1);
      sandbox += sign * added;
      waiting += sign * added * model.waitWeight();
      taken += added;
    }
    spread(mask, sign * taken);
    hold(mask, sign * problem.memory[component]);
    long before = inForce[component];
    if (before != NEW && before != mask) {
      int opened = mask == Hosts.HOME ? 1 : Long.bitCount(mask & ~before);
      moving += sign * openPrice * Math.max(1, opened);
    }
  }

  private void countEdge(int edge, int sign) {
    int caller = problem.from[edge];
    int callee = problem.to[edge];
    long here = caller == Problem.FRONT ? Hosts.HOME : at[caller];
    long there = at[callee];
    double calls = sign * problem.calls[edge];
    double into = calls * model.sandboxCall(problem.bytes[edge]);
    if (caller != Problem.FRONT && boxed(caller)) {
      sandbox += into;
      spread(here, into);
    }
    if (boxed(callee)) {
      sandbox += into;
      spread(there, into);
    }
    double crossing = crossing(here, there);
    if (crossing == 0) return;
    double both = calls * crossing * model.tunnelCall(problem.bytes[edge]);
    tunnel += both;
    waiting += calls * crossing * model.tunnelWaitSeconds() * model.waitWeight();
    spread(here, both / 2);
    spread(there, both / 2);
  }

  /** Share of the calls between two sets of processes that leave the process: most stay. */
  static double crossing(long caller, long callee) {
    if (caller == Hosts.HOME || callee == Hosts.HOME) return caller == callee ? 0 : 1;
    return 1 - (double) Long.bitCount(caller & callee) / Long.bitCount(caller);
  }

  static boolean meet(long one, long other) {
    return one == Hosts.HOME ? other == Hosts.HOME : (one & other) != 0;
  }

  private void countPair(int[] pair, int sign) {
    if (meet(at[pair[0]], at[pair[1]])) tooNear += sign;
  }

  private void spread(long mask, double processors) {
    if (mask == Hosts.HOME) {
      use[0] += processors;
      return;
    }
    double each = processors / Long.bitCount(mask);
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      use[Long.numberOfTrailingZeros(rest) + 1] += each;
    }
  }

  private void hold(long mask, double size) {
    held += size * Math.max(1, Long.bitCount(mask));
    if (mask == Hosts.HOME) gigabytes[0] += size;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      gigabytes[Long.numberOfTrailingZeros(rest) + 1] += size;
    }
  }

  /** Processors beyond what processes, and their machines, are to use. */
  double overload() {
    return capacities.beyond(use);
  }

  private double missingMemory() {
    double missing = 0;
    for (int i = 0; i < gigabytes.length; i++) {
      missing += Math.max(0, gigabytes[i] - problem.hosts.process(i).memoryBytes() / 1e9);
    }
    return missing < 1e-9 ? 0 : missing;
  }

  /** What a search makes small: the cost, moves, and far above them what is broken. */
  double objective() {
    return costs() + moving + model.overloadPrice() * overload() + broken();
  }

  /** More than 0 when rules about two components are broken, or memory is too little. */
  double broken() {
    return MEMORY_PENALTY * missingMemory() + APART_PENALTY * tooNear;
  }

  /** Without overload, moves and what is broken. */
  double costs() {
    return work + sandbox + tunnel + waiting + held * model.memoryPrice();
  }

  /** What moves cost, by the horizon in which they must pay. */
  double moving() {
    return moving;
  }

  Cost cost() {
    return new Cost(
        work,
        sandbox,
        tunnel,
        waiting,
        held * model.memoryPrice(),
        model.overloadPrice() * overload());
  }
}
