package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.scheduler.plan.Plan;
import dev.heddle.scheduler.plan.Spill;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A plan, in the words of a placement table.
 *
 * @param known what the plan was made from
 */
record PlannedEntries(PlannedSituation known, Plan plan) {
  /** By how much of itself a limit of calls must change to be set anew. */
  private static final double LEAST_CHANGE = 0.5;

  /** The entries that are to be others than they are, by component. */
  Map<String, Entry> changed() {
    Map<String, Entry> changed = new TreeMap<>();
    plan.decisions()
        .forEach(
            (component, decision) -> {
              Entry before = known.entries().get(component);
              if (before == null) return;
              Entry entry = entry(decision.placement(), decision.reason());
              if (known.stays(component).isPresent()) {
                // Whoever asked for it asked for no replicas in particular.
                boolean remote = entry.placement() == Placement.REMOTE;
                if (!remote || !known.choosesReplicas(component)) return;
                entry = new Entry(Placement.REMOTE, entry.replicas(), 0, before.reason());
              }
              if (!same(component, before, entry)) changed.put(component, entry);
            });
    return changed;
  }

  private static Entry entry(dev.heddle.scheduler.plan.Placement placement, String reason) {
    return switch (placement.place()) {
      case REMOTE -> new Entry(Placement.REMOTE, Set.copyOf(placement.replicas()), 0, reason);
      case SANDBOXED -> new Entry(Placement.SANDBOXED, reason);
      case LOCAL ->
          placement
              .spill()
              .map(spill -> spilling(spill, reason))
              .orElseGet(() -> new Entry(Placement.LOCAL, reason));
    };
  }

  private static Entry spilling(Spill spill, String reason) {
    int most = spill.callsInFlight();
    return new Entry(
        Placement.LOCAL,
        Set.copyOf(spill.replicas()),
        most,
        reason + "; beyond " + most + " at a time, calls go to replicas");
  }

  private boolean same(String component, Entry before, Entry entry) {
    if (before.placement() != entry.placement()) return false;
    if (entry.placement() == Placement.REMOTE) {
      return known.at(component, before).equals(entry.replicas());
    }
    return before.replicas().equals(entry.replicas()) && near(before.spill(), entry.spill());
  }

  private static boolean near(int before, int now) {
    return before == now
        || (before > 0 && now > 0 && Math.abs(now - before) <= LEAST_CHANGE * before);
  }
}
