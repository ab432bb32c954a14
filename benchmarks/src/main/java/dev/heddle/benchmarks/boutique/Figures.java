package dev.heddle.benchmarks.boutique;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What was seen of one surface of a shop.
 *
 * @param requestsPerSecond when it is saturated
 * @param serverMillis processor time of all its processes for a request, then
 * @param driverMillis processor time of the shoppers for a request, then; in no other figure
 * @param rate requests a second, where they come at a fixed rate
 * @param p50 of the latency then, in milliseconds
 * @param p99 likewise
 */
record Figures(
    double requestsPerSecond,
    double serverMillis,
    double driverMillis,
    int rate,
    double p50,
    double p99) {
  private static final double NANOS_PER_MILLI = 1e6;

  static Figures of(Saturation.Seen saturated, int rate, Histogram latencies) {
    return new Figures(
        saturated.requestsPerSecond(),
        saturated.serverMillis(),
        saturated.driverMillis(),
        rate,
        latencies.getValueAtPercentile(50) / NANOS_PER_MILLI,
        latencies.getValueAtPercentile(99) / NANOS_PER_MILLI);
  }

  /** Of each figure the median. */
  static Figures median(List<Figures> rounds) {
    return new Figures(
        median(rounds, Figures::requestsPerSecond),
        median(rounds, Figures::serverMillis),
        median(rounds, Figures::driverMillis),
        (int) median(rounds, Figures::rate),
        median(rounds, Figures::p50),
        median(rounds, Figures::p99));
  }

  /** The middle one, or the lower of the two in the middle. */
  static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
