package dev.heddle.boutique;

import static dev.heddle.boutique.TraceReceiver.ancestors;
import static dev.heddle.boutique.TraceReceiver.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.TraceReceiver.ReceivedSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two processes of the shop tell of one request. */
final class TelemetryIT {
  @Test
  void oneRequestIsOneTraceAndItsCallsAreCounted(@TempDir Path folder) throws Exception {
    String socket = "unix:" + folder.resolve("replica");
    try (TraceReceiver receiver = new TraceReceiver();
        ShopProcess replica =
            shop(
                folder.resolve("data"),
                receiver,
                "one",
                "--heddle.placement=sandboxed",
                "--heddle.replica.listen=" + socket);
        ShopProcess front =
            shop(
                folder.resolve("front"),
                receiver,
                "front",
                "--heddle.replicas.addresses=" + socket,
                "--heddle.replicas.patience=60s",
                "--heddle.request.deadline=60s",
                "--heddle.tracing.local-calls=true",
                "--heddle.components.Currency.placement=sandboxed",
                "--heddle.components.Recommendation.placement=remote")) {
      assertThat(replica.port()).isPositive();
      TracedClient.get(front, "/product/6E92ZMYYFZ");
      List<ReceivedSpan> spans = receiver.await(TracedClient.TRACE, TelemetryIT::complete);
      ReceivedSpan request = only(spans, "http get /product/{id} SERVER of front");
      assertThat(request.parent()).isEqualTo(TracedClient.SPAN);
      assertThat(ancestors(spans, "Catalog.get INTERNAL of front local"))
          .containsExactly(request.line());
      assertThat(ancestors(spans, "Currency.convert INTERNAL of front sandboxed"))
          .containsExactly(request.line());
      assertThat(ancestors(spans, "Catalog.list INTERNAL of one sandboxed"))
          .containsExactly(
              "Recommendation.recommend SERVER of one sandboxed",
              "Recommendation.recommend CLIENT of front remote",
              request.line());
      assertThat(only(spans, "Recommendation.recommend SERVER of one sandboxed").attributes())
          .containsEntry("heddle.replica", "one")
          .containsEntry("heddle.caller", "Front")
          .containsEntry("rpc.system.name", "heddle");
      assertThat(TracedClient.get(front, "/actuator/prometheus").lines())
          .contains(counted("Currency", "convert", "sandboxed"))
          .contains(counted("Recommendation", "recommend", "remote"))
          .contains(counted("Ad", "fitting", "local"))
          .anyMatch(line -> line.startsWith("heddle_call_time_seconds_sum{callee=\"Currency\""));
    }
  }

  private static ShopProcess shop(Path data, TraceReceiver receiver, String process, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--management.opentelemetry.tracing.export.otlp.endpoint=" + receiver.url());
    arguments.add("--management.opentelemetry.tracing.export.schedule-delay=100ms");
    arguments.add("--heddle.replica.name=" + process);
    return ShopProcess.start(data, arguments.toArray(String[]::new));
  }

  private static boolean complete(List<ReceivedSpan> spans) {
    return spans.stream().anyMatch(span -> span.line().startsWith("http get"))
        && spans.stream()
            .anyMatch(span -> span.line().startsWith("Recommendation.recommend SERVER"));
  }

  private static String counted(String callee, String method, String placement) {
    return "heddle_calls_total{callee=\"%s\",caller=\"Front\",method=\"%s\",placement=\"%s\"} 1.0"
        .formatted(callee, method, placement);
  }
}
