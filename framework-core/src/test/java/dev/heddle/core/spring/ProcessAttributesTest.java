package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.mock.env.MockEnvironment;

class ProcessAttributesTest {
  private static final String ATTRIBUTES = "management.opentelemetry.resource-attributes";

  @ParameterizedTest
  @CsvSource({
    "night, heddle.replica.name=night",
    "night, heddle.replica.name=night heddle.replica.listen=unix:/one",
    "own, heddle.replica.name=night management.opentelemetry.resource-attributes.service.instance.id=own",
    ", ''",
    ", heddle.replica.name=night OTEL_RESOURCE_ATTRIBUTES=service.instance.id=own",
  })
  void aProcessAmongSeveralIsNamedUnlessItsConfigurationNamesIt(String name, String properties) {
    Map<String, String> attributes = attributes(properties);
    if (name == null) assertThat(attributes).isEmpty();
    else assertThat(attributes).containsExactly(Map.entry("service.instance.id", name));
  }

  @Test
  void aReplicaThatNobodyNamesHasItsPid() {
    assertThat(attributes("heddle.replica.listen=unix:/one"))
        .containsEntry("service.instance.id", "replica-" + ProcessHandle.current().pid());
  }

  private static Map<String, String> attributes(String properties) {
    MockEnvironment environment = new MockEnvironment();
    Stream.of(properties.split(" "))
        .filter(each -> !each.isEmpty())
        .map(each -> each.split("=", 2))
        .forEach(each -> environment.setProperty(each[0], each[1]));
    ConfigurationPropertySources.attach(environment);
    new ProcessAttributes().postProcessEnvironment(environment, new SpringApplication());
    return Binder.get(environment)
        .bind(ATTRIBUTES, Bindable.mapOf(String.class, String.class))
        .orElse(Map.of());
  }
}
