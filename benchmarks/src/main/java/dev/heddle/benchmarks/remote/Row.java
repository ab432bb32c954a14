package dev.heddle.benchmarks.remote;

import java.util.Comparator;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A line of the table. Durations are in microseconds, figures of a call are averages.
 *
 * @param callerCpu processor time of the calling process
 * @param serverCpu and of the serving one
 * @param callerBytes what the calling process allocated
 * @param serverBytes and the serving one
 * @param refused calls that the server did not take, having too much to do; no other figure has
 *     them
 */
record Row(
    String contender,
    String operation,
    int callers,
    double callsPerSecond,
    double p50,
    double p99,
    double p999,
    double callerCpu,
    double serverCpu,
    double callerBytes,
    double serverBytes,
    long refused) {
  private static final double NANOS_PER_MICRO = 1e3;

  /** The middle one of some windows, by calls a second. */
  static Row of(Contender contender, Operation operation, int callers, List<Window> windows) {
    List<Window> sorted =
        windows.stream().sorted(Comparator.comparingDouble(Window::callsPerSecond)).toList();
    return of(contender, operation, callers, sorted.get(sorted.size() / 2));
  }

  private static Row of(Contender contender, Operation operation, int callers, Window window) {
    Histogram latencies = window.latencies();
    double calls = latencies.getTotalCount();
    return new Row(
        contender.word(),
        operation.word(),
        callers,
        window.callsPerSecond(),
        latencies.getValueAtPercentile(50) / NANOS_PER_MICRO,
        latencies.getValueAtPercentile(99) / NANOS_PER_MICRO,
        latencies.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
        window.caller().cpuNanos() / calls / NANOS_PER_MICRO,
        window.server().cpuNanos() / calls / NANOS_PER_MICRO,
        window.caller().bytes() / calls,
        window.server().bytes() / calls,
        window.refused());
  }

  /** Processor time of both processes. */
  double cpu() {
    return callerCpu + serverCpu;
  }

  /** What both processes allocated. */
  double bytes() {
    return callerBytes + serverBytes;
  }
}
