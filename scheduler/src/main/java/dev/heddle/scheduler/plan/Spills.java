package dev.heddle.scheduler.plan;

import java.util.Optional;

/**
 * Says of components in the application's process from how many calls in flight on further ones go
 * to replicas: as many as there are on average when the component takes what its process has left.
 */
final class Spills {
  /** Share of its process that a component must take for its calls to be worth sending away. */
  private static final double LEAST_SHARE = 0.1;

  /** As long as any chain of calls is likely to be. */
  private static final int ROUNDS = 16;

  private final Problem problem;
  private final Assignment plan;
  private final double[] seconds;

  Spills(Problem problem, Assignment plan) {
    this.problem = problem;
    this.plan = plan;
    seconds = seconds();
  }

  Optional<Spill> of(int component) {
    long replicas = replicas(component);
    double limit = plan.use(0) + plan.spare(0);
    double work = problem.work[component];
    if (replicas == 0 || work < LEAST_SHARE * limit || !relieves(component)) {
      return Optional.empty();
    }
    double most = Math.max(work, work + plan.spare(0));
    double inFlight = problem.rate[component] * most / work * seconds[component];
    int calls = (int) Math.ceil(inFlight + 3 * Math.sqrt(inFlight));
    return Optional.of(new Spill(Math.max(2, calls), problem.hosts.names(replicas)));
  }

  /** Those on other machines that may hold it beside the application's process. */
  private long replicas(int component) {
    Group group = problem.groups.get(problem.groupOf[component]);
    boolean alone = group.members().length == 1 && (group.most() > 1);
    if (plan.at(component) != Hosts.HOME || plan.boxed(component) || !alone) return 0;
    int[] machines = problem.hosts.machines();
    long masks = 0;
    for (long rest = group.replicas(); rest != 0; rest &= rest - 1) {
      long replica = Long.lowestOneBit(rest);
      boolean elsewhere = machines[Long.numberOfTrailingZeros(replica) + 1] != machines[0];
      if (elsewhere && Long.bitCount(masks) < group.most() - 1 && !near(component, replica)) {
        masks |= replica;
      }
    }
    return masks;
  }

  private boolean near(int component, long replica) {
    for (int pair : problem.apartOf[component]) {
      int[] both = problem.apart[pair];
      int other = both[0] == component ? both[1] : both[0];
      if (Assignment.meet(plan.at(other), replica)) return true;
    }
    return false;
  }

  /** Whether a call that goes away takes less here than one that stays. */
  private boolean relieves(int component) {
    double sent = 0;
    for (int edge : problem.edgesOf[component]) {
      sent += problem.calls[edge] * problem.model.tunnelCall(problem.bytes[edge]) / 2;
    }
    return problem.work[component] > 2 * sent;
  }

  /** By component: how long a call takes, with what it calls. */
  private double[] seconds() {
    double[] all = new double[problem.work.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[all.length];
      for (int i = 0; i < next.length; i++) next[i] = problem.rate[i] == 0 ? 0 : once(i, all);
      all = next;
    }
    return all;
  }

  private double once(int component, double[] known) {
    double slowdown = plan.boxed(component) ? problem.model.sandboxSlowdown() : 1;
    double total = problem.work[component] * slowdown;
    for (int edge : problem.edgesOf[component]) {
      if (problem.from[edge] != component || problem.to[edge] == component) continue;
      int callee = problem.to[edge];
      double crossing = Assignment.crossing(plan.at(component), plan.at(callee));
      double wait = crossing * problem.model.tunnelWaitSeconds();
      total += problem.calls[edge] * (known[callee] + wait);
    }
    return total / problem.rate[component];
  }
}
