package dev.heddle.scheduler.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where calls to a component go. Immutable.
 *
 * @param place the place
 * @param replicas names of the replicas that hold it, in order; none unless it is remote
 * @param spill where further calls go when the application's process has enough of them
 */
public record Placement(Place place, List<String> replicas, Optional<Spill> spill) {
  /** In the application's process, outside of the sandbox. */
  public static final Placement LOCAL = new Placement(Place.LOCAL, List.of(), Optional.empty());

  /** In the application's process, in the sandbox. */
  public static final Placement SANDBOXED =
      new Placement(Place.SANDBOXED, List.of(), Optional.empty());

  /** At replicas, at least one. */
  public static Placement remote(Collection<String> replicas) {
    List<String> names = replicas.stream().distinct().sorted().toList();
    return new Placement(Place.REMOTE, names, Optional.empty());
  }

  /** Checks that there are replicas exactly where it is remote. */
  public Placement {
    replicas = List.copyOf(replicas);
    if (replicas.isEmpty() == (place == Place.REMOTE)) {
      throw new IllegalArgumentException(place.word() + " at the replicas " + replicas);
    }
  }

  /** The same, with calls going elsewhere when too many are in flight. */
  public Placement spilling(Spill further) {
    return new Placement(place, replicas, Optional.of(further));
  }

  /** Whether a component stays where it is when one placement follows the other. */
  public boolean samePlaceAs(Placement other) {
    return place == other.place && replicas.equals(other.replicas);
  }

  /** In words, as {@code remote: replica-1, replica-2}. */
  public String words() {
    return replicas.isEmpty() ? place.word() : place.word() + ": " + String.join(", ", replicas);
  }
}
