package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.capability.Secrets;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.spring.app.Application;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Everything is exposed and every value shown, as no application should. */
@ExtendWith(OutputCaptureExtension.class)
@ContextConfiguration(initializers = SecretsStaySecretTest.Variables.class)
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.endpoints.web.exposure.include=*",
      "management.endpoint.env.show-values=always",
      "management.endpoint.configprops.show-values=always",
      "logging.level.dev.heddle=trace",
      "heddle.data-directory=target/secrets-data",
      "heddle.components.tower.required-secrets=api-key"
    })
class SecretsStaySecretTest {
  private static final String VALUE = "hunter2-of-the-tower";

  @Autowired private HeddleRuntime runtime;
  @LocalServerPort private int port;

  @Test
  void theComponentSeesTheVariable() {
    assertThat(runtime.grant("Tower", Secrets.class).get("api-key")).contains(VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heddle",
        "env",
        "env/HEDDLE_SECRET_TOWER_API_KEY",
        "env/heddle.secret.tower.api.key",
        "configprops",
        "beans",
        "health",
        "metrics"
      })
  void noEndpointOfTheActuatorShowsTheValue(String endpoint, CapturedOutput output)
      throws Exception {
    assertThat(runtime.grant("Tower", Secrets.class).get("api-key")).contains(VALUE);
    String shown = get("/actuator/" + endpoint);
    assertThat(shown).doesNotContain(VALUE);
    assertThat(output.getAll()).doesNotContain(VALUE);
  }

  @Test
  void otherVariablesAreShownWhereTheApplicationWantsThat() throws Exception {
    assertThat(get("/actuator/env")).contains("an ordinary value").contains("******");
  }

  private String get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + port + path);
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }

  /** An environment with a secret in it. */
  static final class Variables
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
      Map<String, Object> variables =
          Map.of("HEDDLE_SECRET_TOWER_API_KEY", VALUE, "ORDINARY", "an ordinary value");
      context
          .getEnvironment()
          .getPropertySources()
          .replace(name, new SystemEnvironmentPropertySource(name, variables));
    }
  }
}
