package dev.heddle.scheduler.plan;

import java.util.List;

/**
 * Where calls of a component in the application's process go when too many are in flight there.
 * Immutable.
 *
 * @param callsInFlight so many the application's process takes at a time, from 1; further ones go
 *     to the replicas
 * @param replicas names of replicas, at least one
 */
public record Spill(int callsInFlight, List<String> replicas) {
  /** Copies the list. */
  public Spill {
    replicas = List.copyOf(replicas);
    if (callsInFlight < 1 || replicas.isEmpty()) {
      throw new IllegalArgumentException(
          "a spill needs a limit from 1 and a replica, not " + callsInFlight + " and " + replicas);
    }
  }
}
