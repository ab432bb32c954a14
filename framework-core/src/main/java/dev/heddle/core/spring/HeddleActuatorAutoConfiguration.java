package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import java.util.Locale;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the application's state through the actuator. */
@AutoConfiguration(after = HeddleAutoConfiguration.class)
public class HeddleActuatorAutoConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  static class EndpointConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    HeddleEndpoint heddleEndpoint(HeddleRuntime runtime) {
      return new HeddleEndpoint(runtime, new OwnMachineOnly());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    HeddleEventsEndpoint heddleEventsEndpoint(HeddleRuntime runtime, EventProperties events) {
      return new HeddleEventsEndpoint(runtime, events.showPayloads(), new OwnMachineOnly());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(SanitizingFunction.class)
  static class SanitizingConfiguration {

    /** Hides secrets that are environment variables, even where an application shows values. */
    @Bean
    SanitizingFunction heddleSecretsSanitizer(HeddleProperties properties) {
      String prefix = properties.secrets().environmentPrefix().toLowerCase(Locale.ROOT);
      return SanitizingFunction.sanitizeValue()
          .ifKeyMatches(
              (String key) ->
                  key.toLowerCase(Locale.ROOT).replaceAll("[.-]", "_").startsWith(prefix));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
  static class HealthConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "heddleHealthIndicator")
    @ConditionalOnEnabledHealthIndicator("heddle")
    HealthIndicator heddleHealthIndicator(HeddleRuntime runtime) {
      return () ->
          Health.up()
              .withDetail("revision", runtime.options().revision())
              .withDetail("components", runtime.components().size())
              .build();
    }
  }
}
