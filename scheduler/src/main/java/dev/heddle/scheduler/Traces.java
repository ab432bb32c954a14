package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.RequestSample;
import dev.heddle.scheduler.dashboard.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last sampled requests, put together from what each process tells of its part. A part that was
 * served for another process is placed within the call that was made there, so that nobody's clock
 * matters. For one thread.
 */
final class Traces {
  private static final int MOST_TRACES = 50;
  private static final int MOST_PARTS = 1_000;

  private record Part(String process, RequestSample sample) {}

  private final Deque<Part> requests = new ArrayDeque<>();
  private final Map<Long, List<Part>> served =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Part>> eldest) {
          return size() > MOST_PARTS;
        }
      };

  /** Takes what a process has told; parts of a request come in any order. */
  void add(String process, RequestSample sample) {
    Part part = new Part(process, sample);
    if (sample.served() != 0) {
      // A call that was repeated was perhaps served twice.
      List<Part> parts = served.computeIfAbsent(sample.served(), _ -> new ArrayList<>());
      if (parts.size() < 3) parts.add(part);
      return;
    }
    requests.addFirst(part);
    if (requests.size() > MOST_TRACES) requests.removeLast();
  }

  List<Trace> newestFirst() {
    return requests.stream().map(this::trace).toList();
  }

  private Trace trace(Part request) {
    List<Trace.Span> spans = new ArrayList<>();
    add(spans, request, 0, 0);
    spans.sort(Comparator.comparingDouble(Trace.Span::beginMicros));
    RequestSample sample = request.sample();
    return new Trace(
        sample.traceId(),
        sample.name(),
        sample.begun(),
        sample.nanos() / 1e3,
        sample.failed(),
        spans);
  }

  /**
   * Adds the calls of a part, and of the parts behind these.
   *
   * @param within the call that the part serves; 0 for the request itself
   * @param begun when the part began, in nanoseconds after the request
   */
  private void add(List<Trace.Span> spans, Part part, long within, long begun) {
    for (RequestSample.Call call : part.sample().calls()) {
      if (spans.size() == RequestSample.MOST_CALLS) return;
      spans.add(span(part, call, within, begun));
      if (call.placement() != Placement.REMOTE) continue;
      for (Part behind : served.getOrDefault(call.id(), List.of())) {
        // What is left of the call was spent on the way there and back.
        long there = Math.max(0, call.nanos() - behind.sample().nanos()) / 2;
        add(spans, behind, call.id(), begun + call.beginNanos() + there);
      }
    }
  }

  private static Trace.Span span(Part part, RequestSample.Call call, long within, long begun) {
    long parent = call.parent() == 0 ? within : call.parent();
    return new Trace.Span(
        hexadecimal(call.id()),
        parent == 0 ? "" : hexadecimal(parent),
        call.callee(),
        call.method(),
        call.caller(),
        call.placement() == Placement.REMOTE ? call.replica() : part.process(),
        DashboardState.placement(call.placement()),
        (begun + call.beginNanos()) / 1e3,
        call.nanos() / 1e3,
        call.failed());
  }

  private static String hexadecimal(long id) {
    return HexFormat.of().toHexDigits(id);
  }
}
