package dev.heddle.core;

import java.util.Map;
import java.util.Set;

/**
 * Where calls to each component go, as one immutable whole. A later table has a higher epoch.
 *
 * @param epoch number of this table, from 1
 * @param entries by component name; every component of the application has one
 */
public record PlacementTable(long epoch, Map<String, Entry> entries) {

  /**
   * Where calls to one component go.
   *
   * @param placement the place
   * @param replicas names of the processes that take remote calls; none for any that hosts the
   *     component
   * @param spill how many calls may run in a process at a time before further ones go to replicas;
   *     0 for any number
   * @param reason why, in words for a person
   */
  public record Entry(Placement placement, Set<String> replicas, int spill, String reason) {

    /** Copies the set, and checks the range. */
    public Entry {
      replicas = Set.copyOf(replicas);
      if (spill < 0) throw new IllegalArgumentException("spill is " + spill);
    }

    /** An entry for all replicas, without a limit. */
    public Entry(Placement placement, String reason) {
      this(placement, Set.of(), 0, reason);
    }
  }

  /** Copies the map. */
  public PlacementTable {
    entries = Map.copyOf(entries);
  }

  /**
   * The entry of a component.
   *
   * @throws IllegalArgumentException when the table has none
   */
  public Entry entry(String component) {
    Entry entry = entries.get(component);
    if (entry == null) {
      throw new IllegalArgumentException(
          "placement table " + epoch + " has no component " + component);
    }
    return entry;
  }
}
