package dev.heddle.scheduler;

import dev.heddle.core.remote.ReplicaAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a scheduler works.
 *
 * @param address where processes join it
 * @param folder where it keeps what it must know after a restart; one scheduler a folder
 * @param prepareLimit how long a process may take to make a component ready
 * @param publishLimit how long processes may take to put a placement table in force
 * @param absence how long calls wait for a component's replicas, when all are gone, before they go
 *     elsewhere
 * @param planning how components are placed by what was measured; empty to leave them as they are
 *     configured
 */
public record SchedulerOptions(
    ReplicaAddress address,
    Path folder,
    Duration prepareLimit,
    Duration publishLimit,
    Duration absence,
    Optional<PlanningOptions> planning) {

  /** With limits that serve most applications. */
  public static SchedulerOptions of(ReplicaAddress address, Path folder) {
    return new SchedulerOptions(
        address,
        folder,
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Optional.of(PlanningOptions.USUAL));
  }
}
