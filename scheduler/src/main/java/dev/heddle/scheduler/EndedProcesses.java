package dev.heddle.scheduler;

import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.core.remote.ProcessIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What processes had counted that are gone, so that totals never fall while the application's
 * process runs. A process that only lost its connection comes back with all that it counted: of the
 * last that went it is known which share was whose. For one thread.
 */
final class EndedProcesses {
  private static final int REMEMBERED = 64;

  private final Map<ProcessIdentity, List<EdgeReading>> recent = new LinkedHashMap<>();
  private final Map<EdgeKey, EdgeReading> older = new HashMap<>();
  private Optional<ProcessIdentity> application = Optional.empty();

  /** A process is gone, or only its connection. */
  void add(KnownProcess process) {
    recent.put(process.membership().identity(), process.counted());
    if (recent.size() <= REMEMBERED) return;
    Iterator<List<EdgeReading>> eldest = recent.values().iterator();
    addUp(eldest.next(), older);
    eldest.remove();
  }

  /**
   * A process is there.
   *
   * @param alone whether no other process of the application is
   * @return what it had counted when it was here before
   */
  List<EdgeReading> joined(KnownProcess process, boolean alone) {
    ProcessIdentity identity = process.membership().identity();
    Optional<List<EdgeReading>> before = Optional.ofNullable(recent.remove(identity));
    if (!process.replica() && alone && !application.equals(Optional.of(identity))) {
      recent.clear();
      older.clear();
      application = Optional.of(identity);
    }
    return before.orElse(List.of());
  }

  /** What all of them had counted. */
  List<EdgeReading> counted() {
    Map<EdgeKey, EdgeReading> sum = new HashMap<>(older);
    recent.values().forEach(each -> addUp(each, sum));
    return List.copyOf(sum.values());
  }

  private static void addUp(Collection<EdgeReading> readings, Map<EdgeKey, EdgeReading> sum) {
    readings.forEach(each -> sum.merge(EdgeKey.of(each), each, EndedProcesses::plus));
  }

  /** Of several medians that of the busier process is kept. */
  private static EdgeReading plus(EdgeReading one, EdgeReading other) {
    return new EdgeReading(
        one.caller(),
        one.callee(),
        one.method(),
        one.placement(),
        one.calls() + other.calls(),
        one.errors() + other.errors(),
        one.bytes() + other.bytes(),
        one.timed() + other.timed(),
        one.timedNanos() + other.timedNanos(),
        one.calls() >= other.calls() ? one.p50Nanos() : other.p50Nanos(),
        Math.max(one.p99Nanos(), other.p99Nanos()),
        one.elements() + other.elements());
  }
}
