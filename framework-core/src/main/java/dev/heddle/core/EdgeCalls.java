package dev.heddle.core;

import java.util.Comparator;

/**
 * The calls of one method along one edge of the call graph, since the process started.
 *
 * @param caller name of the calling component, or of the edge of the application
 * @param callee name of the called component
 * @param method name of the called method
 * @param calls how many began
 * @param errors how many ended in an exception
 * @param bytes of requests and responses, for the calls that were encoded
 * @param elements values that passed through the calls' streams, in either direction
 * @param p50Micros median latency of the sampled calls, in microseconds; 0 when there are none
 * @param p99Micros 99th percentile likewise
 * @param remoteShare share of the calls that left the process, from 0 to 1
 */
public record EdgeCalls(
    String caller,
    String callee,
    String method,
    long calls,
    long errors,
    long bytes,
    long elements,
    double p50Micros,
    double p99Micros,
    double remoteShare) {

  static final Comparator<EdgeCalls> ORDER =
      Comparator.comparing(EdgeCalls::caller)
          .thenComparing(EdgeCalls::callee)
          .thenComparing(EdgeCalls::method);
}
