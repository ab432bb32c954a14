package dev.heddle.transport.spring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the log free of a warning at every connection over a Unix socket: gRPC asks Netty for
 * SO_KEEPALIVE, which such sockets do not have and do not need. The application's own level for
 * this logger comes first.
 */
final class QuietBootstrap implements EnvironmentPostProcessor {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "heddle.transport", Map.of("logging.level.io.netty.bootstrap", "error")));
  }
}
