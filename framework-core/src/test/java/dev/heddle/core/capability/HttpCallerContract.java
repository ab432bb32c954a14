package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.heddle.component.capability.HttpCallException;
import dev.heddle.component.capability.HttpCallException.Reason;
import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.HttpCaller.Request;
import dev.heddle.component.capability.HttpCaller.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every caller does, whatever stands behind it, against a server that misbehaves. */
@Timeout(60)
abstract class HttpCallerContract {
  private static final int LARGEST = 100_000;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final HttpLimits LIMITS = new HttpLimits(LARGEST, LARGEST, LONG);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private HttpCaller caller;

  /** A caller that takes responses up to {@code largest} bytes. */
  abstract HttpCaller shared(int largest);

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/echo", this::echo);
    server.createContext("/redirect", this::redirect);
    server.createContext("/silent", exchange -> await());
    server.createContext("/slow", this::slow);
    server.createContext("/long", exchange -> send(exchange, LARGEST + 1));
    server.createContext("/most", exchange -> send(exchange, LARGEST));
    server.createContext("/endless", this::endless);
    server.start();
    caller = caller(true, "* " + origin());
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void bringsMethodHeadersAndBodyThereAndStatusHeadersAndBodyBack() {
    Map<String, List<String>> headers = Map.of("X-Asked", List.of("one", "two"));
    Response response = caller.call(new Request("PUT", uri("/echo?q=1"), headers, ada(), LONG));
    assertThat(response.status()).isEqualTo(418);
    assertThat(response.headers()).containsEntry("x-answered", List.of("PUT [one, two]"));
    assertThat(response.body()).isEqualTo(ada());
  }

  @Test
  void aRedirectIsShownAndNotFollowed() {
    Response response = caller.call(get("/redirect", LONG));
    assertThat(response.status()).isEqualTo(302);
    assertThat(response.headers()).containsEntry("location", List.of(uri("/echo").toString()));
    assertThat(requests).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/slow"})
  void aServerThatTakesTooLongIsATimeoutAlsoWithinTheBody(String path) {
    HttpCallException failure = failure(caller, get(path, SHORT));
    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(failure).hasMessageContaining("PT0.3S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/long", "/endless"})
  void aBodyThatIsTooLongIsBrokenOff(String path) {
    HttpCallException failure = failure(caller, get(path, LONG));
    assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(failure).hasMessageContaining("heddle.http.max-response-size");
    assertThat(caller.call(get("/most", LONG)).body()).hasSize(LARGEST);
  }

  @Test
  void aRequestThatIsTooLongIsNotSent() {
    Request body = new Request("POST", uri("/echo"), Map.of(), new byte[LARGEST + 1], LONG);
    assertThat(failure(caller, body).reason()).isEqualTo(Reason.TOO_LARGE);
    Map<String, List<String>> large = Map.of("X-Large", List.of("x".repeat(16 * 1024)));
    Request headers = new Request("POST", uri("/echo"), large, new byte[0], LONG);
    assertThat(failure(caller, headers).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(requests).hasValue(0);
  }

  @Test
  void aServerThatTakesNoConnectionIsUnreachable() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port + "/secret-path");
    Request request = new Request("GET", nobody, Map.of(), new byte[0], LONG);
    HttpCallException failure = failure(caller(true, "GET http://127.0.0.1:" + port), request);
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("127.0.0.1:" + port);
    assertThat(failure).hasMessageNotContaining("secret-path");
  }

  @Test
  void aServerThatBreaksOffOrSpeaksNoHttpIsUnreachableAndNotAskedTwice() throws Exception {
    for (String answer :
        List.of("", "no HTTP\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx")) {
      try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        threads.submit(() -> answerOnce(rude, answer));
        String origin = "http://127.0.0.1:" + rude.getLocalPort();
        Request request = new Request("POST", URI.create(origin), Map.of(), new byte[0], LONG);
        assertThat(failure(caller(true, "POST " + origin), request).reason())
            .as("after '%s'", answer)
            .isEqualTo(Reason.UNREACHABLE);
      }
    }
  }

  @Test
  void whatNoRuleNamesIsRefusedAndNotSent() {
    for (HttpCaller limited :
        List.of(caller(true), caller(true, "POST " + origin()), caller(true, "GET 127.0.0.1"))) {
      HttpCallException failure = failure(limited, get("/echo?token=hidden", LONG));
      assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
      assertThat(failure)
          .hasMessageContaining("heddle.components.Payment.http.allow")
          .hasMessageNotContaining("hidden");
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  void aPrivateAddressIsRefusedUnlessAllowed() {
    HttpCallException failure = failure(caller(false, "* " + origin()), get("/echo", LONG));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure).hasMessageContaining("http.private-addresses");
    assertThat(requests).hasValue(0);
  }

  @Test
  void refusesWhatCouldSmuggleAnotherRequest() {
    for (Map<String, List<String>> headers :
        List.of(
            Map.of("X", List.of("a\r\nY: b")),
            Map.of("X\r\nY", List.of("a")),
            Map.of("Host", List.of("other.example.com")),
            Map.of("Content-Length", List.of("1")))) {
      Request request = new Request("GET", uri("/echo"), headers, new byte[0], LONG);
      assertThatThrownBy(() -> caller.call(request)).isInstanceOf(IllegalArgumentException.class);
    }
    for (String method : List.of("", "GET /x HTTP/1.1\r\nX", "CONNECT")) {
      Request request = new Request(method, uri("/echo"), Map.of(), new byte[0], LONG);
      assertThatThrownBy(() -> caller.call(request)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  void anInterruptedCallerStopsWaitingAndStaysInterrupted() throws Exception {
    threads
        .submit(
            () -> {
              Thread.currentThread().interrupt();
              assertThat(failure(caller, get("/silent", LONG)).reason())
                  .isEqualTo(Reason.TIMED_OUT);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            })
        .get();
  }

  private HttpCaller caller(boolean privateAddresses, String... rules) {
    return new GuardedHttpCaller(
        shared(LARGEST), "Payment", List.of(rules), privateAddresses, LIMITS);
  }

  private static HttpCallException failure(HttpCaller caller, Request request) {
    return catchThrowableOfType(HttpCallException.class, () -> caller.call(request));
  }

  private Request get(String path, Duration timeout) {
    return new Request("GET", uri(path), Map.of(), new byte[0], timeout);
  }

  private URI uri(String path) {
    return URI.create(origin() + path);
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static byte[] ada() {
    return "ada".getBytes(StandardCharsets.UTF_8);
  }

  private void echo(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      String asked = exchange.getRequestHeaders().getOrDefault("X-Asked", List.of()).toString();
      exchange.getResponseHeaders().add("X-Answered", exchange.getRequestMethod() + " " + asked);
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(418, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void redirect(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Location", uri("/echo").toString());
      exchange.sendResponseHeaders(302, -1);
    }
  }

  /** Sends a head and a byte, and then nothing. */
  private void slow(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 10);
      exchange.getResponseBody().write(1);
      exchange.getResponseBody().flush();
      await();
    }
  }

  private void endless(HttpExchange exchange) throws IOException {
    try (exchange;
        OutputStream body = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(200, 0);
      while (over.getCount() > 0) exchange.getResponseBody().write(new byte[10_000]);
      body.flush();
    }
  }

  private static void send(HttpExchange exchange, int length) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, length);
      exchange.getResponseBody().write(new byte[length]);
    }
  }

  private static boolean answerOnce(ServerSocket server, String answer) throws IOException {
    try (var connection = server.accept()) {
      int read = connection.getInputStream().read();
      connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      return read >= 0;
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
