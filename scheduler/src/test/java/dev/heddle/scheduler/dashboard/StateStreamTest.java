package dev.heddle.scheduler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StateStreamTest {
  private final SimulatedApplication application = SimulatedApplication.quick();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Socket> sockets = new ArrayList<>();
  private Dashboard dashboard;
  private RawHttp http;

  StateStreamTest() throws IOException {
    start(this::small, Duration.ofMillis(100));
  }

  private void start(Supplier<State> state, Duration pause) throws IOException {
    dashboard = Dashboard.start(0, DashboardToken.random(), state, application, pause);
    http = new RawHttp(dashboard.port());
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) socket.close();
    dashboard.close();
  }

  private State small() {
    asked.incrementAndGet();
    return application.get();
  }

  /** Some socket buffers hold megabytes. */
  private State large() {
    State state = application.get();
    List<State.Edge> edges = Collections.nCopies(2000, state.edges().getFirst());
    return new State(
        state.application(),
        state.revision(),
        state.web(),
        state.epoch(),
        state.at(),
        state.processes(),
        state.components(),
        edges,
        state.moves(),
        state.plan(),
        state.traces());
  }

  @Test
  void tellsTheStateAtOnceAndThenAsItChanges() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(dashboard.address() + "api/stream")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
      assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
      List<String> events;
      try (Stream<String> lines = response.body()) {
        events = lines.filter(line -> !line.isEmpty()).limit(2).toList();
      }
      assertThat(events).allMatch(event -> event.matches("data: \\{\"application\":.*}"));
      assertThat(events).doesNotHaveDuplicates();
      client.shutdownNow();
    }
  }

  @Test
  void asksForNoStateWhileNobodyListens() throws IOException {
    for (int i = 0; i < 50; i++) http.send("GET", "/");
    assertThat(asked).hasValue(0);
    nextEvent(reader(listen()));
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void admitsThirtyTwoAndTheNextOneWhenOneHasLeft() throws IOException {
    for (int i = 0; i < StateStream.MAX_LISTENERS; i++) {
      BufferedReader events = reader(listen());
      nextEvent(events);
      Thread.ofVirtual().start(() -> drained(events));
    }
    RawHttp.Reply refused = http.send("GET", "/api/stream");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body()).contains("At most 32 listen at a time");
    sockets.getFirst().close();
    awaitAdmission();
  }

  @Test
  void dropsWhoDoesNotRead() throws IOException {
    dashboard.close();
    start(this::large, Duration.ofMillis(2));
    for (int i = 0; i < StateStream.MAX_LISTENERS; i++) reader(listen()).readLine();
    awaitAdmission();
  }

  @Test
  void letsEverybodyGoWhenItEnds() throws IOException {
    BufferedReader events = reader(listen());
    nextEvent(events);
    dashboard.close();
    assertThat(drained(events)).isTrue();
  }

  private static boolean drained(BufferedReader events) {
    try {
      while (events.readLine() != null) {}
    } catch (IOException reset) {
      return true;
    }
    return true;
  }

  /** The test's time limit ends this when nobody is ever let in. */
  private void awaitAdmission() throws IOException {
    String status;
    do {
      status = reader(listen()).readLine();
    } while (!"HTTP/1.1 200 OK".equals(status));
  }

  private Socket listen() throws IOException {
    Socket socket = http.open();
    sockets.add(socket);
    String request = "GET /api/stream HTTP/1.1\r\n" + http.host() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Between events stand the sizes of chunks and empty lines. */
  private static String nextEvent(BufferedReader events) throws IOException {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.startsWith("data: ")) return line;
    }
    throw new IOException("the stream has ended");
  }
}
