package dev.heddle.core.control;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable;
import java.util.Map;
import java.util.Set;

/** What a scheduler asks of a process. */
public sealed interface Order {

  /**
   * Make a component ready to be called at a placement, and say when it is.
   *
   * @param move a number for the answer
   * @param component its name
   * @param replicas names of the replicas that are to take its calls, if it is to be remote; none
   *     for any one
   */
  record Prepare(long move, String component, Placement placement, Set<String> replicas)
      implements Order {
    /** Copies the set. */
    public Prepare {
      replicas = Set.copyOf(replicas);
    }
  }

  /**
   * Put a placement table in force, unless a newer one is, and say when it is.
   *
   * @param addresses where the replicas take calls, by name
   */
  record Publish(PlacementTable table, Map<String, String> addresses) implements Order {
    /** Copies the map. */
    public Publish {
      addresses = Map.copyOf(addresses);
    }
  }
}
