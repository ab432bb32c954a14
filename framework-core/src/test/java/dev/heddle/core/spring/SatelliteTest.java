package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.mock.env.MockEnvironment;

class SatelliteTest {

  @ParameterizedTest
  @CsvSource({
    "true, ''",
    "true, heddle.key-value.backend=Embedded",
    "true, heddle.blobs.backend=files",
    "false, heddle.replica.satellite=false",
    "false, heddle.key-value.backend=redis",
    "false, heddle.blobs.backend=s3",
    "false, heddle.events.backend=nats",
  })
  void isNoSpringApplicationUnlessAServerStandsBehindACapability(
      boolean expected, String properties) {
    MockEnvironment environment =
        new MockEnvironment().withProperty("heddle.replica.satellite", "true");
    Stream.of(properties)
        .filter(each -> !each.isEmpty())
        .map(each -> each.split("="))
        .forEach(each -> environment.setProperty(each[0], each[1]));
    ConfigurationPropertySources.attach(environment);
    assertThat(Satellite.suffices(environment)).isEqualTo(expected);
  }

  @Test
  void recordsNothingWhereTheApplicationHasNoOpenTelemetry() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty(
                "management.opentelemetry.tracing.export.otlp.endpoint", "http://localhost:4318");
    assertThat(SatelliteTracing.start(environment, SatelliteTest.class.getClassLoader())).isEmpty();
  }
}
