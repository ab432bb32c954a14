package dev.heddle.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The calls that this process makes for one request, while they are recorded. Safe for use by many
 * threads.
 */
final class CallRecording {
  private final String traceId;
  private final long served;
  private final String name;
  private final Consumer<RequestSample> atEnd;
  private final Instant begun = Instant.now();
  private final long begunNanos = System.nanoTime();
  private final List<RequestSample.Call> calls = new ArrayList<>();
  private int taken;
  private boolean failed;
  private boolean ended;

  /**
   * A recording that begins now.
   *
   * @param served number of the call that is served, 0 for a request that enters
   * @param atEnd told once what was recorded
   */
  CallRecording(String traceId, long served, String name, Consumer<RequestSample> atEnd) {
    this.traceId = traceId;
    this.served = served;
    this.name = name;
    this.atEnd = atEnd;
  }

  /**
   * A call that begins now.
   *
   * @param traced its span in the request's trace, if it has one
   * @return the call as it is to be told to this recording, and to its span
   */
  CallSpan begin(RequestContext request, CallSpan traced, MethodCalls call) {
    synchronized (this) {
      if (ended || taken == RequestSample.MOST_CALLS) return traced;
      taken++;
    }
    long id = ThreadLocalRandom.current().nextLong() >>> 8 | 1;
    TraceContext trace = traced == CallSpan.NONE ? request.trace() : traced.trace();
    return new RecordedCall(this, traced, trace, id, request.recordedCall(), call);
  }

  /** Nanoseconds since it began. */
  long now() {
    return System.nanoTime() - begunNanos;
  }

  synchronized void add(RequestSample.Call call) {
    if (!ended) calls.add(call);
  }

  /** Notes that the request failed. */
  synchronized void failed() {
    failed = true;
  }

  /** Ends it; once. */
  void end() {
    RequestSample sample;
    synchronized (this) {
      if (ended) return;
      ended = true;
      calls.sort(Comparator.comparingLong(RequestSample.Call::beginNanos));
      sample = new RequestSample(traceId, served, name, begun, now(), failed, calls);
    }
    atEnd.accept(sample);
  }
}
