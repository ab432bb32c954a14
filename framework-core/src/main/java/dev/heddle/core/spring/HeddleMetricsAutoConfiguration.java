package dev.heddle.core.spring;

import dev.heddle.core.CallObserver;
import dev.heddle.core.HeddleRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows the call graph, the sandbox and what is refused to other processes as Micrometer meters
 * and, when asked, each call as an observation.
 */
@AutoConfiguration(
    after = HeddleAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
public class HeddleMetricsAutoConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class MeterConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "heddleMeters")
    MeterBinder heddleMeters(HeddleRuntime runtime) {
      return new CallGraphMeters(runtime);
    }

    @Bean
    @ConditionalOnMissingBean(name = "heddleSandboxMeters")
    MeterBinder heddleSandboxMeters(HeddleRuntime runtime) {
      return new SandboxMeters(runtime);
    }

    @Bean
    @ConditionalOnMissingBean(name = "heddleRefusalMeters")
    @ConditionalOnProperty("heddle.replica.listen")
    MeterBinder heddleRefusalMeters(HeddleRuntime runtime) {
      return new RefusalMeters(runtime);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  @ConditionalOnBean(ObservationRegistry.class)
  @ConditionalOnProperty("heddle.observation.enabled")
  static class ObservationConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CallObserver heddleCallObserver(ObservationRegistry registry) {
      return new MicrometerCallObserver(registry);
    }
  }
}
