package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import java.util.List;

/**
 * What became of a component that was to be moved.
 *
 * @param entry where its calls go now
 * @param epoch number of the placement table
 * @param refused why it was not moved; none when it was
 */
public record Placed(String component, Entry entry, long epoch, List<Problem> refused) {
  /** Copies the list. */
  public Placed {
    refused = List.copyOf(refused);
  }
}
