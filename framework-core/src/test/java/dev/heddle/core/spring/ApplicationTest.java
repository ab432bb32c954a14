package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.spring.app.Application;
import dev.heddle.core.spring.app.Greeter;
import dev.heddle.core.spring.app.Tower;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=trial",
      "management.endpoints.web.exposure.include=*",
      "spring.jackson.property-naming-strategy=SNAKE_CASE",
      "spring.jackson.default-property-inclusion=non_empty",
      "heddle.data-directory=target/trial-data",
      "heddle.trail.enabled=true",
      "heddle.components.tower.settings.after=, late",
      "heddle.request.deadline=2s"
    })
class ApplicationTest {
  @Autowired private Greeter greeter;
  @Autowired private Tower tower;
  @Autowired private HeddleRuntime runtime;
  @Autowired private MeterRegistry meters;
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "heddleevents, heddleevents/discard, '{\"all\":true}', 405",
    "heddle, heddle/Tower, '{\"placement\":\"local\"}', 404"
  })
  void nothingIsChangedUnlessTheConfigurationAllowsIt(
      String endpoint, String path, String body, int answer) throws Exception {
    HttpRequest change =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(change, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(answer);
    }
    assertThat(get("/actuator/" + endpoint).statusCode()).isEqualTo(200);
  }

  @Test
  void componentsAreInjectedWithNothingSaidOnTheApplication() {
    assertThat(greeter.greet("you")).isEqualTo("hello you, opened with a key");
  }

  @Test
  void aSpringBeanIsCalledThroughItsStubAndCallsInItsOwnName() {
    assertThat(greeter.getClass().getSimpleName()).isEqualTo("Greeter_Stub");
    greeter.greet("you");
    assertThat(runtime.edges())
        .anyMatch(edge -> edge.caller().equals("Front") && edge.callee().equals("Greeter"))
        .anyMatch(edge -> edge.caller().equals("Greeter") && edge.callee().equals("Vault"));
  }

  @Test
  void capabilitiesAreTheApplicationsBeansAndSettingsAreFoundWhateverTheirCase() {
    assertThat(tower.strike()).isEqualTo("ding at 1970-01-01T00:00:00Z, late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/greet", "/nowhere", "/broken", "/redirect", "/actuator/health"})
  void everyResponseSaysItsRevision(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().allValues("X-Heddle-Revision"))
        .containsExactly(runtime.options().revision());
    assertThat(runtime.options().revision()).matches("[0-9a-f]{12}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/greet", "/broken"})
  void theTrailHoldsTheCallsInOrderOnErrorPagesToo(String path) throws Exception {
    String revision = runtime.options().revision();
    assertThat(get(path).headers().firstValue("X-Heddle-Trail"))
        .contains("Greeter.greet@" + revision + "/local, Vault.open@" + revision + "/local");
  }

  @Test
  void aRequestPastItsDeadlineMakesNoFurtherCall() throws Exception {
    assertThat(get("/endless").body()).isEqualTo("ComponentTimeoutException");
  }

  @Test
  void theEndpointHasTheShapeThatProgramsRelyOnWhateverTheApplicationsOwnJsonLooksLike()
      throws Exception {
    greeter.greet("you");
    JsonNode status = JsonMapper.builder().build().readTree(get("/actuator/heddle").body());
    assertThat(names(status))
        .containsExactlyInAnyOrder(
            "application",
            "revision",
            "epoch",
            "uptimeSeconds",
            "components",
            "replicas",
            "edges",
            "rollout");
    assertThat(status.get("application").asString()).isEqualTo("trial");
    assertThat(status.get("rollout").isNull()).isTrue();
    assertThat(names(status.get("components").get(0)))
        .containsExactlyInAnyOrder(
            "name",
            "placement",
            "reason",
            "pinned",
            "runtime",
            "implementation",
            "group",
            "replicas",
            "maxReplicas",
            "dependencies",
            "rules");
    assertThat(names(status.get("components").get(0).get("rules")))
        .containsExactlyInAnyOrder("togetherWith", "apartFrom", "onlyIn", "memoryBytes");
    assertThat(names(status.get("edges").get(0)))
        .containsExactlyInAnyOrder(
            "caller",
            "callee",
            "method",
            "calls",
            "errors",
            "bytes",
            "elements",
            "p50Micros",
            "p99Micros",
            "remoteShare",
            "placements");
    assertThat(status.get("uptimeSeconds").asDouble()).isPositive();
    assertThat(names(status.get("edges").get(0).get("placements").get(0)))
        .containsExactlyInAnyOrder("placement", "calls", "bytes", "timed", "timedNanos");
    assertThat(status.get("components").findValuesAsString("runtime")).contains("jvm", "wasm");
  }

  @Test
  void theCallGraphIsMetered() {
    greeter.greet("you");
    assertThat(
            meters
                .get("heddle.calls")
                .tags("caller", "Front", "callee", "Greeter", "method", "greet")
                .functionCounter()
                .count())
        .isPositive();
  }

  @Test
  void linesOfAControllerCarryTheRequestsTrace() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Application.class);
    List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            contexts.add(Map.copyOf(event.getMDCPropertyMap()));
          }
        };
    appender.start();
    logger.addAppender(appender);
    try {
      get("/log");
    } finally {
      logger.detachAppender(appender);
    }
    assertThat(contexts).hasSize(1);
    assertThat(contexts.getFirst())
        .containsEntry("revision", runtime.options().revision())
        .containsEntry("caller", "Front")
        .hasEntrySatisfying("traceId", trace -> assertThat(trace).matches("[0-9a-f]{32}"));
  }

  @Test
  void healthShowsTheRevision() throws Exception {
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
  }

  private static List<String> names(JsonNode object) {
    return object.propertyNames().stream().toList();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
