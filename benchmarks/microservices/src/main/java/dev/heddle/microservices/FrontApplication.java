package dev.heddle.microservices;

import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The boutique's own front and its configuration, over clients in place of components. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "dev.heddle.core.spring.HeddleAutoConfiguration",
      "dev.heddle.core.spring.HeddleWebAutoConfiguration",
      "dev.heddle.core.spring.HeddleActuatorAutoConfiguration",
      "dev.heddle.core.spring.HeddleMetricsAutoConfiguration",
      "dev.heddle.core.spring.HeddleReplicaAutoConfiguration",
      "dev.heddle.core.spring.HeddleTracingAutoConfiguration",
      "dev.heddle.transport.spring.TransportAutoConfiguration",
      "dev.heddle.sandbox.spring.SandboxAutoConfiguration",
      "dev.heddle.backends.KeyValueBackendAutoConfiguration",
      "dev.heddle.backends.BlobBackendAutoConfiguration",
      "dev.heddle.backends.EventBackendAutoConfiguration",
      "dev.heddle.backends.BackendHealthAutoConfiguration"
    })
@ComponentScan("dev.heddle.boutique.front")
@Import(Clients.class)
class FrontApplication {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
