package dev.heddle.scheduler.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The plan in force, as far as it can stay: what is broken in it is mended, and nothing else is
 * changed.
 */
final class Incumbent {
  /** Why a component moves that rules send elsewhere: those say more. */
  static final String STAYS_NOT = "it may not stay where it was";

  private final Problem problem;
  private final long[] inForce;
  private final boolean[] boxed;
  private final String[] causes;
  private final boolean[] fixed;
  private final boolean[] homeless;

  Incumbent(Problem problem) {
    this.problem = problem;
    int components = problem.work.length;
    inForce = new long[components];
    boxed = new boolean[components];
    causes = new String[components];
    Arrays.fill(causes, "");
    fixed = new boolean[problem.groups.size()];
    homeless = new boolean[problem.groups.size()];
    for (int i = 0; i < components; i++) read(i);
    for (int i = 0; i < fixed.length; i++) read(i, problem.groups.get(i));
  }

  private Optional<Standing> standing(int component) {
    return Optional.ofNullable(problem.situation.inForce().get(problem.name(component)));
  }

  private void read(int component) {
    Domain domain = problem.domains[component];
    boxed[component] = !domain.local();
    inForce[component] = Assignment.NEW;
    standing(component).ifPresent(standing -> read(component, domain, standing.placement()));
  }

  private void read(int component, Domain domain, Placement placement) {
    if (placement.place() != Place.REMOTE) {
      inForce[component] = Hosts.HOME;
      if (placement.place() == Place.SANDBOXED && domain.sandboxed()) boxed[component] = true;
      return;
    }
    long living = problem.hosts.mask(placement.replicas());
    if (living != 0) inForce[component] = living;
    List<String> gone =
        placement.replicas().stream()
            .filter(replica -> !problem.hosts.names(living).contains(replica))
            .toList();
    if (!gone.isEmpty()) {
      causes[component] = String.join(", ", gone) + (gone.size() == 1 ? " is gone" : " are gone");
    }
  }

  private void read(int number, Group group) {
    long first = inForce[group.members()[0]];
    boolean one = Arrays.stream(group.members()).allMatch(each -> inForce[each] == first);
    boolean stays = one && first != Assignment.NEW && group.allows(first);
    homeless[number] = !stays;
    Duration least = problem.policy.leastStay();
    fixed[number] =
        stays
            && Arrays.stream(group.members())
                .anyMatch(member -> causes[member].isEmpty() && movedWithin(member, least));
    if (stays) return;
    for (int member : group.members()) {
      boolean was = inForce[member] != Assignment.NEW;
      if (was && causes[member].isEmpty()) causes[member] = STAYS_NOT;
    }
  }

  private boolean movedWithin(int component, Duration least) {
    return standing(component).map(it -> it.moved().compareTo(least) < 0).orElse(false);
  }

  /** By group, whether it has come to its place a short while ago, and stays. */
  boolean[] fixed() {
    return fixed.clone();
  }

  long[] inForce() {
    return inForce.clone();
  }

  boolean[] boxed() {
    return boxed.clone();
  }

  /** Why a component cannot stay where it is; empty when it can. */
  String cause(int component) {
    return causes[component];
  }

  /** Whether nothing is in force yet. */
  boolean nothing() {
    return problem.situation.inForce().isEmpty();
  }

  /** The plan in force, with everything at home, or at some replica, that is nowhere. */
  Assignment start(Capacities capacities) {
    long[] at = new long[inForce.length];
    for (int i = 0; i < homeless.length; i++) {
      Group group = problem.groups.get(i);
      long place = homeless[i] ? anywhere(group) : inForce[group.members()[0]];
      for (int member : group.members()) at[member] = place;
    }
    return new Assignment(problem, at, boxed, inForce, capacities);
  }

  static long anywhere(Group group) {
    return group.home() ? Hosts.HOME : Long.lowestOneBit(group.replicas());
  }

  /** The same, with a good place for what is nowhere. */
  Assignment mended(Capacities capacities) {
    Assignment mended = start(capacities);
    if (nothing()) return mended;
    boolean[] others = new boolean[homeless.length];
    for (int i = 0; i < others.length; i++) others[i] = !homeless[i];
    new Search(problem, mended, others, true).run();
    return mended;
  }
}
