package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import java.util.List;

/**
 * Several rates as one; the median is that of the busiest, and of the 99th percentiles the most.
 */
record CallFigures(
    double calls,
    double errors,
    double bytes,
    double elements,
    double p50,
    double p99,
    double remoteShare) {

  static CallFigures of(List<EdgeRate> rates) {
    double calls = 0;
    double errors = 0;
    double bytes = 0;
    double elements = 0;
    double remote = 0;
    double most = -1;
    double p50 = 0;
    double p99 = 0;
    for (EdgeRate each : rates) {
      calls += each.callsPerSecond();
      errors += each.errorsPerSecond();
      bytes += each.bytesPerSecond();
      elements += each.elementsPerSecond();
      if (each.placement() == Placement.REMOTE) remote += each.callsPerSecond();
      p99 = Math.max(p99, each.p99Micros());
      if (each.callsPerSecond() <= most) continue;
      most = each.callsPerSecond();
      p50 = each.p50Micros();
    }
    double remoteShare = calls == 0 ? 0 : remote / calls;
    return new CallFigures(calls, errors, bytes, elements, p50, p99, remoteShare);
  }
}
