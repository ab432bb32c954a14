package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Receives traces by OTLP over HTTP, as a collector of OpenTelemetry does. */
final class TraceReceiver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpServer server;
  private final List<ReceivedSpan> spans = new ArrayList<>();

  /**
   * One span.
   *
   * @param service name of the application that sent it
   * @param process which of its processes did
   */
  record ReceivedSpan(
      String service,
      String process,
      String trace,
      String id,
      String parent,
      String name,
      Span.SpanKind kind,
      Map<String, String> attributes) {

    /** Its name, kind, process and where it went. */
    String line() {
      String where = attributes.getOrDefault("heddle.placement", "");
      String side = kind.name().substring("SPAN_KIND_".length());
      return (name + " " + side + " of " + process + " " + where).strip();
    }
  }

  TraceReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  /** Where it receives. */
  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized void add(ExportTraceServiceRequest request) {
    for (ResourceSpans source : request.getResourceSpansList()) {
      Map<String, String> sender = attributes(source.getResource().getAttributesList());
      source.getScopeSpansList().stream()
          .flatMap(scope -> scope.getSpansList().stream())
          .map(span -> received(sender, span))
          .forEach(spans::add);
    }
    notifyAll();
  }

  private static ReceivedSpan received(Map<String, String> sender, Span span) {
    return new ReceivedSpan(
        sender.getOrDefault("service.name", ""),
        sender.getOrDefault("service.instance.id", ""),
        hex(span.getTraceId().toByteArray()),
        hex(span.getSpanId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getName(),
        span.getKind(),
        attributes(span.getAttributesList()));
  }

  private static Map<String, String> attributes(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, each -> each.getValue().getStringValue()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The spans of a trace, once they are {@code complete}. */
  synchronized List<ReceivedSpan> await(String trace, Predicate<List<ReceivedSpan>> complete)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      List<ReceivedSpan> found = spans.stream().filter(span -> span.trace().equals(trace)).toList();
      if (complete.test(found)) return found;
      long left = Duration.between(Instant.now(), end).toMillis();
      if (left <= 0) throw new AssertionError("only these spans came: " + found);
      wait(left);
    }
  }

  /** The only span of a line, as {@link ReceivedSpan#line} has it. */
  static ReceivedSpan only(List<ReceivedSpan> spans, String line) {
    assertThat(spans).extracting(ReceivedSpan::line).containsOnlyOnce(line);
    return spans.stream().filter(span -> span.line().equals(line)).findFirst().orElseThrow();
  }

  /** The spans around one, the nearest first. */
  static List<String> ancestors(List<ReceivedSpan> spans, String line) {
    ReceivedSpan first =
        spans.stream()
            .filter(span -> span.line().equals(line))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + line + " in " + spans));
    List<String> ancestors = new ArrayList<>();
    Optional<ReceivedSpan> next = parent(spans, first);
    while (next.isPresent()) {
      ancestors.add(next.get().line());
      next = parent(spans, next.get());
    }
    return ancestors;
  }

  private static Optional<ReceivedSpan> parent(List<ReceivedSpan> spans, ReceivedSpan child) {
    return spans.stream().filter(span -> span.id().equals(child.parent())).findFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
