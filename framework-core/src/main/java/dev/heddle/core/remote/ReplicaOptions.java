package dev.heddle.core.remote;

import java.time.Duration;
import java.util.List;

/**
 * Which replicas a process calls, and how patiently.
 *
 * @param addresses where they listen
 * @param patience how long a call waits for a replica that takes it, if its deadline is no sooner
 * @param attempts how often a call of an idempotent method is made at most, from 1
 */
public record ReplicaOptions(List<ReplicaAddress> addresses, Duration patience, int attempts) {

  /** Copies the list, and checks the ranges. */
  public ReplicaOptions {
    addresses = List.copyOf(addresses);
    if (attempts < 1) throw new IllegalArgumentException("attempts is " + attempts);
    if (patience.isNegative()) throw new IllegalArgumentException("patience is " + patience);
  }
}
