package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.ApplicationEvents;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.fixture.Gate;
import dev.heddle.core.fixture.Guard;
import dev.heddle.core.spring.app.Application;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = {Application.class, EventsEndpointTest.Deaf.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoints.web.exposure.include=*",
      "management.endpoint.heddleevents.access=unrestricted",
      "spring.jackson.property-naming-strategy=SNAKE_CASE",
      "heddle.data-directory=target/events-data/${random.uuid}",
      "heddle.events.attempts=1"
    })
class EventsEndpointTest {
  private static final AtomicBoolean DEAF = new AtomicBoolean();

  @TestConfiguration(proxyBeanMethods = false)
  static class Deaf {
    @Bean
    RuntimeCustomizer deafGuard() {
      Guard guard =
          (opened, origin) -> {
            if (DEAF.get()) throw new IllegalStateException("deaf");
          };
      return builder -> builder.implementation(Guard.class, () -> guard);
    }
  }

  @Autowired private Gate gate;
  @Autowired private HeddleRuntime runtime;
  @LocalServerPort private int port;

  @BeforeEach
  void oneDeadLetter() throws Exception {
    ApplicationEvents events = runtime.events().orElseThrow();
    events.deadLetters(Optional.empty(), 1_000).forEach(dead -> events.discard(dead.id()));
    DEAF.set(true);
    gate.open("ann", 1);
    settle();
    DEAF.set(false);
  }

  private void settle() throws InterruptedException {
    assertThat(runtime.events().orElseThrow().awaitDelivered(Duration.ofSeconds(50))).isTrue();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + port + "/actuator/heddleevents" + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(response.body());
  }

  private HttpRequest.Builder change(String action, String body) {
    return request("/" + action)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void showsWhatBecameOfTheEvents() throws Exception {
    JsonNode overview = json(send(request("")));
    assertThat(overview.get("events").toString())
        .contains("{\"name\":\"Opened\",\"publishers\":[\"Gate\"]}");
    JsonNode guard = overview.get("subscriptions").get(1);
    assertThat(guard.get("name").asString()).isEqualTo("Guard.note");
    assertThat(guard.get("event").asString()).isEqualTo("Opened");
    assertThat(guard.get("active").asBoolean()).isTrue();
    assertThat(guard.get("pending").asInt()).isZero();
    assertThat(guard.get("dead").asInt()).isEqualTo(1);
  }

  @Test
  void listsDeadLettersWithoutWhatIsInThem() throws Exception {
    HttpResponse<String> response = send(request("/dead?subscription=Guard.note&limit=5"));
    JsonNode dead = json(response).get("deadLetters").get(0);
    assertThat(dead.get("id").asString()).startsWith("Guard.note:");
    assertThat(dead.get("error").asString()).contains("deaf");
    assertThat(dead.get("attempts").asInt()).isEqualTo(1);
    assertThat(dead.get("bytes").asInt()).isPositive();
    assertThat(dead.get("producer").asString()).isEqualTo("Gate");
    assertThat(response.body()).doesNotContain("ann");
    assertThat(json(send(request("/dead?subscription=Nobody.note"))).get("deadLetters")).isEmpty();
    assertThat(send(request("/living")).statusCode()).isEqualTo(404);
  }

  @Test
  void replaysAndDiscards() throws Exception {
    String id = json(send(request("/dead"))).get("deadLetters").get(0).get("id").asString();
    assertThat(send(change("replay", "{\"id\":\"" + id + "\"}")).body())
        .isEqualTo("{\"deadLetters\":1}");
    settle();
    assertThat(send(change("replay", "{\"id\":\"" + id + "\"}")).body())
        .isEqualTo("{\"deadLetters\":0}");
    oneDeadLetter();
    assertThat(send(change("discard", "{\"all\":true,\"subscription\":\"Guard.note\"}")).body())
        .isEqualTo("{\"deadLetters\":1}");
    assertThat(runtime.events().orElseThrow().deadLetters(Optional.empty(), 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example, application/json, 403",
    "Sec-Fetch-Site, same-origin, application/json, 403",
    "X-Forwarded-For, 203.0.113.9, application/json, 403",
    "Accept, */*, text/plain, 415",
    "Accept, */*, application/x-www-form-urlencoded, 415",
  })
  void takesNoChangeFromAWebPageOrAProxy(String header, String value, String type, int status)
      throws Exception {
    HttpRequest.Builder request =
        request("/discard")
            .header("Content-Type", type)
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString("{\"all\":true}"));
    assertThat(send(request).statusCode()).isEqualTo(status);
    assertThat(runtime.events().orElseThrow().deadLetters(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void refusesAChangeOfNothingInParticular() throws Exception {
    assertThat(send(change("discard", "{}")).statusCode()).isEqualTo(400);
    assertThat(send(change("discard", "{\"all\":false}")).statusCode()).isEqualTo(400);
    assertThat(send(change("discard", "{\"id\":\"x\",\"all\":true}")).statusCode()).isEqualTo(400);
    assertThat(runtime.events().orElseThrow().deadLetters(Optional.empty(), 10)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:8080, true",
    "127.0.0.1, 127.0.0.1:8080, true",
    "::1, [::1]:8080, true",
    "127.0.0.1, rebound.example:8080, false",
    "127.0.0.1, localhost.evil.example, false",
    "203.0.113.9, localhost:8080, false",
    "somewhere, localhost:8080, false",
    "127.0.0.1, '', false",
  })
  void knowsItsOwnMachine(String address, String host, boolean allowed) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.addHeader("Host", host);
    assertThat(OwnMachineOnly.allowed(request)).isEqualTo(allowed);
  }
}
