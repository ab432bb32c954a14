package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heddle.core.Placement;
import dev.heddle.core.RequestSample;
import dev.heddle.scheduler.dashboard.Trace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {
  private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

  private final Traces traces = new Traces();

  @Test
  void aPartOfAnotherProcessStandsInTheMiddleOfTheCallThatWentThere() {
    // A part may come before the request.
    traces.add("replica-1", part(1, 60_000, call(2, 0, "Cart", "CartCache", "", 10_000, 20_000)));
    traces.add(
        "application", part(0, 200_000, call(1, 0, "Front", "Cart", "replica-1", 50_000, 100_000)));

    Trace trace = traces.newestFirst().getFirst();
    assertThat(trace.name()).isEqualTo("GET /cart");
    assertThat(trace.begun()).isEqualTo(AT);
    assertThat(trace.durationMicros()).isEqualTo(200);
    assertThat(trace.spans())
        .extracting(
            Trace.Span::component,
            each -> each.placement() + "",
            Trace.Span::process,
            Trace.Span::parent,
            Trace.Span::beginMicros,
            Trace.Span::durationMicros)
        .containsExactly(
            tuple("Cart", "remote", "replica-1", "", 50.0, 100.0),
            tuple("CartCache", "local", "replica-1", "0000000000000001", 80.0, 20.0));
  }

  @Test
  void theLastFiftyAreKeptTheNewestFirst() {
    for (int i = 1; i <= 60; i++) {
      traces.add("application", part(0, i * 1_000L, call(i, 0, "Front", "Cart", "", 0, 1)));
    }
    assertThat(traces.newestFirst()).hasSize(50);
    assertThat(traces.newestFirst().getFirst().durationMicros()).isEqualTo(60);
    assertThat(traces.newestFirst().getLast().durationMicros()).isEqualTo(11);
  }

  @Test
  void partsThatNoRequestAsksForAreForgotten() {
    for (int i = 1; i <= 2_000; i++) {
      traces.add("replica-1", part(i, 1_000, call(10_000 + i, 0, "Cart", "CartCache", "", 0, 1)));
    }
    traces.add(
        "application",
        part(
            0,
            5_000,
            call(1, 0, "Front", "Cart", "replica-1", 0, 2_000),
            call(2_000, 0, "Front", "Cart", "replica-1", 2_000, 2_000)));
    assertThat(traces.newestFirst().getFirst().spans())
        .extracting(Trace.Span::component)
        .containsExactly("Cart", "Cart", "CartCache");
  }

  private static RequestSample part(long served, long nanos, RequestSample.Call... calls) {
    return new RequestSample(
        "0".repeat(32), served, served == 0 ? "GET /cart" : "", AT, nanos, false, List.of(calls));
  }

  private static RequestSample.Call call(
      long id, long parent, String caller, String callee, String replica, long begin, long nanos) {
    Placement placement = replica.isEmpty() ? Placement.LOCAL : Placement.REMOTE;
    return new RequestSample.Call(
        id, parent, caller, callee, "get", placement, replica, begin, nanos, false);
  }
}
