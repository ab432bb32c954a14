package dev.heddle.core.spring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Names this process in its traces, where an application is several: as an attribute of
 * OpenTelemetry's resource, unless the configuration has another.
 */
final class ProcessAttributes implements EnvironmentPostProcessor {
  private static final String INSTANCE = "service.instance.id";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean one =
        !environment.containsProperty("heddle.replica.name")
            && !environment.containsProperty("heddle.replica.listen");
    // Spring Boot lets its properties win over this variable.
    String given = environment.getProperty("OTEL_RESOURCE_ATTRIBUTES", "");
    if (one || given.contains(INSTANCE)) return;
    long pid = ProcessHandle.current().pid();
    String name = environment.getProperty("heddle.replica.name", ReplicaProperties.unnamed(pid));
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "heddle.process",
                Map.of("management.opentelemetry.resource-attributes[" + INSTANCE + "]", name)));
  }
}
