package dev.heddle.scheduler.plan;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Another placement that a component might have had.
 *
 * @param place where
 * @param replicas the replicas that would have been chosen
 * @param dearer processors that it would cost more than the plan does; nothing where it cannot be
 * @param words what stands against it
 */
public record Alternative(Place place, List<String> replicas, OptionalDouble dearer, String words) {
  /** Copies the list. */
  public Alternative {
    replicas = List.copyOf(replicas);
  }
}
