package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.SkeletonSandbox;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.spring.app.Application;
import dev.heddle.core.spring.app.Tower;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.RequiredSearch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = {Application.class, PlacementEndpointTest.WithSandbox.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoints.web.exposure.include=*",
      "management.endpoint.heddle.access=unrestricted",
      "heddle.data-directory=target/placement-data/${random.uuid}"
    })
class PlacementEndpointTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class WithSandbox {
    @Bean
    Sandbox skeletonSandbox() {
      return new SkeletonSandbox();
    }
  }

  @Autowired private Tower tower;
  @Autowired private MeterRegistry meters;
  @LocalServerPort private int port;

  @Test
  void movesAComponentAndBack() throws Exception {
    String before = tower.strike();
    JsonNode placed = json(place("Tower", "sandboxed"));
    assertThat(placed.get("placement").asString()).isEqualTo("sandboxed");
    assertThat(placed.get("reason").asString()).isEqualTo("asked for by hand");
    assertThat(placed.get("refused").isNull()).isTrue();
    assertThat(tower.strike()).isEqualTo(before);
    JsonNode back = json(place("Tower", "auto"));
    assertThat(back.get("placement").asString()).isEqualTo("local");
    assertThat(back.get("epoch").asLong()).isEqualTo(placed.get("epoch").asLong() + 1);
  }

  @Test
  void whatRunsInTheSandboxIsMetered() throws Exception {
    json(place("Tower", "sandboxed"));
    assertThat(sandbox("instances").gauge().value()).isEqualTo(1);
    assertThat(sandbox("opening").gauge().value()).isPositive();
    assertThat(sandbox("calls").functionCounter().count()).isEqualTo(5);
    assertThat(sandbox("fuel").functionCounter().count()).isEqualTo(700);
    assertThat(sandbox("allocated").functionCounter().count()).isEqualTo(90);
    assertThat(sandbox("discarded").tag("reason", "limit").functionCounter().count()).isEqualTo(2);
    assertThat(sandbox("discarded").tag("reason", "trap").functionCounter().count()).isZero();
    json(place("Tower", "auto"));
  }

  private RequiredSearch sandbox(String meter) {
    return meters.get("heddle.sandbox." + meter).tag("component", "Tower");
  }

  @Test
  void saysWhyAComponentStays() throws Exception {
    JsonNode refused = json(place("Greeter", "sandboxed"));
    assertThat(refused.get("placement").asString()).isEqualTo("local");
    assertThat(refused.get("refused").get(0).get("found").asString()).contains("has runtime JVM");
    assertThat(refused.get("refused").get(0).get("remedy").asString()).contains("Runtime.WASM");
  }

  @Test
  void knowsItsComponentsAndItsPlaces() throws Exception {
    assertThat(place("Twoer", "local").statusCode()).isEqualTo(400);
    assertThat(place("Tower", "moon").statusCode()).isEqualTo(400);
  }

  @Test
  void nobodyElseMovesAnything() throws Exception {
    assertThat(send("Tower", "local", "Origin", "http://elsewhere.example").statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> place(String component, String placement) throws Exception {
    return send(component, placement, "Accept", "application/json");
  }

  private HttpResponse<String> send(String component, String placement, String header, String value)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/actuator/heddle/" + component))
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString("{\"placement\":\"" + placement + "\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(response.body());
  }
}
