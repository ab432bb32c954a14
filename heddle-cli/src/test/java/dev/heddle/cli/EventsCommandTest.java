package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsCommandTest {
  private static final String OVERVIEW =
      """
      {"events":[{"name":"OrderPlaced","publishers":["Checkout"]}],"subscriptions":[\
      {"name":"Email.confirm","event":"OrderPlaced","active":true,"pending":3,"running":1,\
      "retrying":2,"delivered":40,"dead":1},\
      {"name":"Fax.confirm","event":"","active":false,"pending":7,"running":0,\
      "retrying":0,"delivered":0,"dead":0}]}""";
  private static final String DEAD =
      """
      {"deadLetters":[{"id":"Email.confirm:17","subscription":"Email.confirm",\
      "event":"OrderPlaced","eventId":"e","producer":"Checkout","revision":"r",\
      "publishedAt":"2026-01-01T00:00:00Z","diedAt":"2026-01-01T00:10:00Z","attempts":15,\
      "error":"no mail\\nserver","bytes":412,"payload":null}]}""";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = start();
  private volatile String changed = "{\"deadLetters\":1}";
  private volatile int status = 200;

  private HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @BeforeEach
  void listen() {
    server.createContext("/actuator/heddleevents", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path =
          exchange.getRequestURI().toString().substring("/actuator/heddleevents".length());
      asked.add(exchange.getRequestMethod() + " " + path + " " + body);
      boolean write = exchange.getRequestMethod().equals("POST");
      String answer = write ? changed : path.isEmpty() ? OVERVIEW : DEAD;
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Outcome(int exitCode, String out, String err) {}

  private Outcome heddle(String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String url = "http://localhost:" + server.getAddress().getPort();
    int exitCode =
        Main.run((line + " --url " + url).split(" "), new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  @Test
  void showsEachSubscription() {
    assertThat(heddle("events").out())
        .isEqualTo(
            """
            SUBSCRIPTION   EVENT        PENDING  RUNNING  RETRYING  DELIVERED  DEAD
            Email.confirm  OrderPlaced  3        1        2         40         1
            Fax.confirm                 7        0        0         0          0     \
            no longer subscribed
            """);
    assertThat(heddle("events -o json").out()).isEqualTo(OVERVIEW + "\n");
  }

  @Test
  void listsDeadLetters() {
    assertThat(heddle("events dead --subscription Email.confirm --limit 5").out())
        .isEqualTo(
            """
            ID                EVENT        DIED                  ATTEMPTS  BYTES  ERROR
            Email.confirm:17  OrderPlaced  2026-01-01T00:10:00Z  15        412    no mail?server
            """);
    assertThat(asked).containsExactly("GET /dead?limit=5&subscription=Email.confirm ");
    assertThat(heddle("events dead -o json").out()).isEqualTo(DEAD + "\n");
  }

  @Test
  void replaysAndDiscards() {
    assertThat(heddle("events replay Email.confirm:17").out()).isEqualTo("replayed: 1\n");
    changed = "{\"deadLetters\":4}";
    assertThat(heddle("events discard --all").out()).isEqualTo("discarded: 4\n");
    assertThat(heddle("events replay --all --subscription Email.confirm").exitCode()).isZero();
    assertThat(asked.get(0)).isEqualTo("POST /replay {\"id\":\"Email.confirm:17\"}");
    assertThat(asked.get(1)).isEqualTo("POST /discard {\"all\":true}");
    assertThat(asked.get(2))
        .startsWith("POST /replay ")
        .contains("\"all\":true", "\"subscription\":\"Email.confirm\"");
  }

  @Test
  void saysThatThereIsNoSuchDeadLetter() {
    changed = "{\"deadLetters\":0}";
    Outcome outcome = heddle("events replay Email.confirm:18");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("no dead letter Email.confirm:18", "heddle events dead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events replay",
        "events replay A.b:1 --all",
        "events discard A.b:1 --subscription A"
      })
  void asksForOneOrAll(String line) {
    assertThat(heddle(line).exitCode()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405})
  void saysWhatAnApplicationNeedsToAllowAChange(int refusal) {
    status = refusal;
    Outcome outcome = heddle("events replay Email.confirm:17");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("answered " + refusal, "management.endpoint.heddleevents.access=unrestricted");
  }
}
