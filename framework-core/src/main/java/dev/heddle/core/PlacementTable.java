package dev.heddle.core;

import java.util.Map;

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
   * @param reason why, in words for a person
   */
  public record Entry(Placement placement, String reason) {}

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
