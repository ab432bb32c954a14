package dev.heddle.transport.spring;

import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.transport.GrpcControl;
import dev.heddle.transport.GrpcTransport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives an application its way to other processes. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@EnableConfigurationProperties({HeddleProperties.class, TransportProperties.class})
public class TransportAutoConfiguration {

  /**
   * The transport, made when it is first asked for; one of the application's own takes its place.
   */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  Transport transport(HeddleProperties heddle, TransportProperties properties) {
    return new GrpcTransport(properties.options(heddle));
  }

  /** The way to a scheduler, likewise. */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  ControlTransport controlTransport(HeddleProperties heddle, TransportProperties properties) {
    return new GrpcControl(properties.options(heddle));
  }
}
