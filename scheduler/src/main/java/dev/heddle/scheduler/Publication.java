package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.control.Order;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table, as each process is to have it: a replica runs what it is asked for itself, and calls the
 * application for what it is not to run.
 */
final class Publication {
  private final long epoch;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Optional<KnownProcess> application;
  private final AskedOfProcesses asked;

  /**
   * @param entries by component
   * @param processes those that have joined
   */
  Publication(long epoch, Map<String, Entry> entries, Collection<KnownProcess> processes) {
    this.epoch = epoch;
    asked = new AskedOfProcesses(processes);
    entries.forEach(
        (component, entry) -> this.entries.put(component, asked.narrowed(component, entry)));
    application =
        processes.stream()
            .filter(each -> !each.replica() && !each.membership().address().isEmpty())
            .findFirst();
    for (KnownProcess each : processes) {
      if (each.replica()) addresses.put(each.name(), each.membership().address());
    }
  }

  /** What the application has in force. */
  PlacementTable table() {
    return new PlacementTable(epoch, entries);
  }

  Order.Publish order(KnownProcess process) {
    return new Order.Publish(
        process.replica() && application.isPresent() ? table(process, application.get()) : table(),
        addresses);
  }

  private PlacementTable table(KnownProcess replica, KnownProcess home) {
    Map<String, Entry> own = new HashMap<>(entries);
    entries.forEach(
        (component, entry) -> {
          if (entry.placement() == Placement.REMOTE) return;
          if (!asked.bars(component, replica, entries)) return;
          String reason = "it is not to run here; " + entry.reason();
          own.put(component, new Entry(Placement.REMOTE, Set.of(home.name()), 0, reason));
        });
    return new PlacementTable(epoch, own);
  }
}
