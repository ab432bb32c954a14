package dev.heddle.backends;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Shows through the actuator whether the servers behind the capabilities answer. */
@AutoConfiguration(
    after = {
      KeyValueBackendAutoConfiguration.class,
      BlobBackendAutoConfiguration.class,
      EventBackendAutoConfiguration.class
    })
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Backend.class)
public class BackendHealthAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = "heddleBackendsHealthContributor")
  @ConditionalOnEnabledHealthIndicator("heddle-backends")
  HealthContributor heddleBackendsHealthContributor(Map<String, Backend> backends) {
    return CompositeHealthContributor.fromMap(
        backends.values().stream()
            .collect(Collectors.toMap(Backend::capability, BackendHealthAutoConfiguration::of)));
  }

  private static HealthIndicator of(Backend backend) {
    return () -> {
      Health.Builder health = Health.up().withDetail("backend", backend.description());
      try {
        backend.ping();
        return health.build();
      } catch (RuntimeException failure) {
        // The message alone, which says it all and holds no password.
        return health.down().withDetail("error", String.valueOf(failure.getMessage())).build();
      }
    };
  }
}
