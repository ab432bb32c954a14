package dev.heddle.core.spring;

import dev.heddle.core.CallTracer;
import dev.heddle.core.opentelemetry.OpenTelemetryCallTracer;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records component calls as spans, where the application has set OpenTelemetry up. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@ConditionalOnProperty(name = "heddle.tracing.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TracingProperties.class)
public class HeddleTracingAutoConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(OpenTelemetry.class)
  @ConditionalOnBean(OpenTelemetry.class)
  static class OpenTelemetryConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CallTracer heddleCallTracer(OpenTelemetry telemetry) {
      return new OpenTelemetryCallTracer(telemetry);
    }

    @Bean
    RuntimeCustomizer heddleTracing(CallTracer tracer, TracingProperties properties) {
      return builder -> builder.tracer(tracer, properties.localCalls());
    }
  }
}
