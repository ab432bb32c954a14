package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.control.Reading.EdgeReading;

/**
 * The calls of one method along one edge that went to one placement, as of late.
 *
 * @param callsPerSecond likewise errors, bytes and values in streams
 * @param p50Micros median since the process started, 0 when no call was timed
 * @param p99Micros 99th percentile likewise
 */
public record EdgeRate(
    String caller,
    String callee,
    String method,
    Placement placement,
    double callsPerSecond,
    double errorsPerSecond,
    double bytesPerSecond,
    double elementsPerSecond,
    double p50Micros,
    double p99Micros) {

  /** Of calls that there were, and are no more. */
  static EdgeRate none(EdgeReading counted) {
    return new EdgeRate(
        counted.caller(),
        counted.callee(),
        counted.method(),
        counted.placement(),
        0,
        0,
        0,
        0,
        counted.p50Nanos() / 1e3,
        counted.p99Nanos() / 1e3);
  }
}
