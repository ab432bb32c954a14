package dev.heddle.core.remote;

import java.util.Set;

/**
 * Which replicas may take a call.
 *
 * @param among names of processes; none for every one that hosts the component
 * @param routingKey calls with equal ones go to the same replica while it takes them; empty for
 *     none
 */
public record Destination(Set<String> among, String routingKey) {
  /** Copies the set. */
  public Destination {
    among = Set.copyOf(among);
  }

  boolean admits(Replica replica) {
    return among.isEmpty() || among.contains(replica.process());
  }
}
