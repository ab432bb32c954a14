package dev.heddle.boutique;

import static dev.heddle.boutique.TraceReceiver.ancestors;
import static dev.heddle.boutique.TraceReceiver.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.TraceReceiver.ReceivedSpan;
import dev.heddle.conformance.server.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the shop's own process and a satellite tell of one request. */
@Timeout(300)
final class SatelliteTelemetryIT {
  private static final List<String> IN_THE_SATELLITE =
      List.of("Catalog.list INTERNAL of satellite sandboxed");

  @TempDir private Path folder;

  @Test
  void oneRequestIsOneTrace() throws Exception {
    isOneTrace(List.of(), IN_THE_SATELLITE);
  }

  @Test
  void oneRequestIsOneTraceThereAndBack() throws Exception {
    isOneTrace(
        List.of("--heddle.components.Catalog.only-in=application"),
        List.of("Catalog.list SERVER of front local", "Catalog.list CLIENT of satellite remote"));
  }

  /** With a server behind a capability a satellite is a Spring application. */
  @Test
  void oneRequestIsOneTraceWhereAServerKeepsTheCarts() throws Exception {
    try (RedisServer redis = RedisServer.started()) {
      isOneTrace(
          List.of(
              "--heddle.key-value.backend=redis",
              "--heddle.key-value.redis.url=" + redis.url(),
              "--heddle.key-value.redis.password=" + RedisServer.PASSWORD),
          IN_THE_SATELLITE);
    }
  }

  /**
   * @param both what configures both processes
   * @param last how the satellite's own call to Catalog shows, the innermost span first
   */
  private void isOneTrace(List<String> both, List<String> last) throws Exception {
    Path jar = ShopSatellite.layout(folder.resolve("layout"));
    String home = "unix:" + folder.resolve("home");
    String there = "unix:" + folder.resolve("there");
    try (TraceReceiver receiver = new TraceReceiver();
        ShopProcess front =
            ShopProcess.start(
                jar,
                folder.resolve("data"),
                with(
                    both,
                    receiver,
                    "100ms",
                    "--heddle.replica.name=front",
                    "--heddle.replica.listen=" + home,
                    "--heddle.replica.grants=true",
                    "--heddle.replicas.addresses=" + there,
                    "--heddle.replicas.patience=60s",
                    "--heddle.request.deadline=60s",
                    "--heddle.components.Recommendation.placement=remote"));
        ShopSatellite satellite =
            ShopSatellite.start(
                jar,
                with(
                    both,
                    receiver,
                    // What it has recorded is sent as it ends.
                    "10m",
                    "--heddle.replica.name=satellite",
                    "--heddle.replica.listen=" + there,
                    "--heddle.replicas.addresses=" + home,
                    "--heddle.placement=sandboxed"))) {
      TracedClient.get(front, "/product/6E92ZMYYFZ");
      satellite.stop();
      List<ReceivedSpan> spans =
          receiver.await(TracedClient.TRACE, received -> complete(received, last));
      ReceivedSpan request = only(spans, "http get /product/{id} SERVER of front");
      assertThat(request.parent()).isEqualTo(TracedClient.SPAN);
      List<String> before = new ArrayList<>(last.subList(1, last.size()));
      before.add("Recommendation.recommend SERVER of satellite sandboxed");
      before.add("Recommendation.recommend CLIENT of front remote");
      before.add(request.line());
      assertThat(ancestors(spans, last.getFirst())).isEqualTo(before);
      assertThat(only(spans, "Recommendation.recommend SERVER of satellite sandboxed").attributes())
          .containsEntry("heddle.caller", "Front")
          .containsEntry("heddle.replica", "satellite");
      assertThat(only(spans, last.getLast()).attributes())
          .containsEntry("heddle.caller", "Recommendation");
      assertThat(spans).extracting(ReceivedSpan::service).containsOnly("boutique");
    }
  }

  private static boolean complete(List<ReceivedSpan> spans, List<String> last) {
    List<String> lines = spans.stream().map(ReceivedSpan::line).toList();
    return lines.containsAll(last)
        && lines.containsAll(
            List.of(
                "http get /product/{id} SERVER of front",
                "Recommendation.recommend CLIENT of front remote",
                "Recommendation.recommend SERVER of satellite sandboxed"));
  }

  private static String[] with(
      List<String> both, TraceReceiver receiver, String delay, String... more) {
    List<String> arguments = new ArrayList<>(both);
    arguments.addAll(List.of(more));
    arguments.add("--management.opentelemetry.tracing.export.otlp.endpoint=" + receiver.url());
    arguments.add("--management.opentelemetry.tracing.export.schedule-delay=" + delay);
    return arguments.toArray(String[]::new);
  }
}
