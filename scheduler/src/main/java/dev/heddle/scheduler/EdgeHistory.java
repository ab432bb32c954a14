package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Reading.EdgeReading;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a process has counted, now and some seconds ago. For one thread. */
final class EdgeHistory {
  /** Rates are those of so many seconds, when a process reports once a second. */
  private static final int READINGS = 6;

  private record Key(String caller, String callee, String method, Placement placement) {
    static Key of(EdgeReading edge) {
      return new Key(edge.caller(), edge.callee(), edge.method(), edge.placement());
    }
  }

  private record Snapshot(long uptimeNanos, Map<Key, EdgeReading> edges) {}

  private final Deque<Snapshot> snapshots = new ArrayDeque<>();
  private Map<Key, EdgeReading> edges = Map.of();

  void add(Reading reading) {
    if (!reading.edges().isEmpty()) {
      Map<Key, EdgeReading> next = new HashMap<>(edges);
      reading.edges().forEach(each -> next.put(Key.of(each), each));
      edges = Map.copyOf(next);
    }
    snapshots.addLast(new Snapshot(reading.uptimeNanos(), edges));
    if (snapshots.size() > READINGS) snapshots.removeFirst();
  }

  /** All that was counted since the process started. */
  Collection<EdgeReading> totals() {
    return edges.values();
  }

  /** Of every edge there has ever been a call of. */
  List<EdgeRate> rates() {
    if (snapshots.size() < 2) return List.of();
    Snapshot before = snapshots.getFirst();
    double seconds = (snapshots.getLast().uptimeNanos() - before.uptimeNanos()) / 1e9;
    if (!(seconds > 0)) return List.of();
    return edges.entrySet().stream()
        .map(each -> rate(before.edges().get(each.getKey()), each.getValue(), seconds))
        .toList();
  }

  private static EdgeRate rate(@Nullable EdgeReading then, EdgeReading now, double seconds) {
    long timed = now.timed() - (then == null ? 0 : then.timed());
    long nanos = now.timedNanos() - (then == null ? 0 : then.timedNanos());
    return new EdgeRate(
        now.caller(),
        now.callee(),
        now.method(),
        now.placement(),
        (now.calls() - (then == null ? 0 : then.calls())) / seconds,
        (now.errors() - (then == null ? 0 : then.errors())) / seconds,
        (now.bytes() - (then == null ? 0 : then.bytes())) / seconds,
        timed == 0 ? 0 : nanos / 1e3 / timed,
        now.p50Nanos() / 1e3,
        now.p99Nanos() / 1e3);
  }
}
