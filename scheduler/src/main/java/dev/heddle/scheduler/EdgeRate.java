package dev.heddle.scheduler;

import dev.heddle.core.Placement;

/**
 * The calls of one method along one edge that went to one placement, as of late.
 *
 * @param callsPerSecond likewise errors and bytes
 * @param meanMicros mean time of the calls lately timed, with all that they called; 0 when none was
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
    double meanMicros,
    double p50Micros,
    double p99Micros) {}
