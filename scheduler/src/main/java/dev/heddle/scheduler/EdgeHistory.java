package dev.heddle.scheduler;

import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.scheduler.plan.LoadEstimate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a process has counted, now and some seconds ago. For one thread. */
final class EdgeHistory {
  /** Rates are those of so many seconds, when a process reports once a second. */
  private static final int READINGS = 6;

  private record Snapshot(long uptimeNanos, Map<EdgeKey, EdgeReading> edges) {}

  private final Deque<Snapshot> snapshots = new ArrayDeque<>();
  private Map<EdgeKey, EdgeReading> edges = Map.of();

  /** What was counted before there was a reading. */
  void begin(Collection<EdgeReading> counted) {
    edges = counted.stream().collect(Collectors.toUnmodifiableMap(EdgeKey::of, each -> each));
  }

  void add(Reading reading) {
    if (!reading.edges().isEmpty()) {
      Map<EdgeKey, EdgeReading> next = new HashMap<>(edges);
      reading.edges().forEach(each -> next.put(EdgeKey.of(each), each));
      edges = Map.copyOf(next);
    }
    snapshots.addLast(new Snapshot(reading.uptimeNanos(), edges));
    if (snapshots.size() > READINGS) snapshots.removeFirst();
  }

  /** All that was counted since the process started. */
  Collection<EdgeReading> totals() {
    return edges.values();
  }

  /** The load of the same time, as the planner sees it. */
  LoadEstimate load() {
    Duration apart = apart();
    if (!apart.isPositive()) return LoadEstimate.NONE;
    return LoadEstimate.NONE.after(
        planned(snapshots.getFirst().edges().values()),
        planned(edges.values()),
        apart,
        Duration.ZERO);
  }

  /** In the planner's words. */
  static List<dev.heddle.scheduler.plan.EdgeReading> planned(Collection<EdgeReading> edges) {
    return edges.stream()
        .map(
            each ->
                new dev.heddle.scheduler.plan.EdgeReading(
                    each.caller(),
                    each.callee(),
                    each.method(),
                    PlannedSituation.place(each.placement()),
                    each.calls(),
                    each.bytes(),
                    each.timed(),
                    each.timedNanos()))
        .toList();
  }

  private Duration apart() {
    if (snapshots.size() < 2) return Duration.ZERO;
    return Duration.ofNanos(snapshots.getLast().uptimeNanos() - snapshots.getFirst().uptimeNanos());
  }

  /** Of every edge there has ever been a call of. */
  List<EdgeRate> rates() {
    double seconds = apart().toNanos() / 1e9;
    if (!(seconds > 0)) return List.of();
    Snapshot before = snapshots.getFirst();
    return edges.entrySet().stream()
        .map(each -> rate(before.edges().get(each.getKey()), each.getValue(), seconds))
        .toList();
  }

  private static EdgeRate rate(@Nullable EdgeReading then, EdgeReading now, double seconds) {
    return new EdgeRate(
        now.caller(),
        now.callee(),
        now.method(),
        now.placement(),
        (now.calls() - (then == null ? 0 : then.calls())) / seconds,
        (now.errors() - (then == null ? 0 : then.errors())) / seconds,
        (now.bytes() - (then == null ? 0 : then.bytes())) / seconds,
        (now.elements() - (then == null ? 0 : then.elements())) / seconds,
        now.p50Nanos() / 1e3,
        now.p99Nanos() / 1e3);
  }
}
