package dev.heddle.sandbox.spring;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import dev.heddle.core.spring.HeddleProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives an application its sandbox. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@EnableConfigurationProperties(HeddleProperties.class)
public class SandboxAutoConfiguration {

  /** The sandbox; one of the application's own takes its place. */
  @Bean
  @ConditionalOnMissingBean
  Sandbox sandbox(HeddleProperties properties) {
    return SandboxPart.sandbox(properties);
  }
}
