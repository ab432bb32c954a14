package dev.heddle.benchmarks.remote;

import org.HdrHistogram.Histogram;

/**
 * What was seen of calls for some time.
 *
 * @param nanos for how long
 * @param caller what the calling process used meanwhile
 * @param server what the serving one did
 * @param refused calls that the server did not take, having too much to do
 * @param latencies how long each of the others took, in nanoseconds
 */
record Window(long nanos, Usage caller, Usage server, long refused, Histogram latencies) {

  double callsPerSecond() {
    return latencies.getTotalCount() * 1e9 / nanos;
  }
}
