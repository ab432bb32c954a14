package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Problem;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.remote.TransportException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Lets an application call components in other processes, and be such a process. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@EnableConfigurationProperties({ReplicasProperties.class, ReplicaProperties.class})
public class HeddleReplicaAutoConfiguration {
  private static final String RULE = "Processes call each other through a transport";
  private static final String REMEDY = "Add the dependency dev.heddle:transport-grpc";

  @Bean
  ProcessIdentity heddleProcessIdentity(RuntimeOptions options, ReplicaProperties properties) {
    return new ProcessIdentity(
        options.application(),
        options.revision(),
        properties.process(),
        ProcessHandle.current().pid());
  }

  @Bean
  @Order(0)
  RuntimeCustomizer heddleReplicas(
      ReplicasProperties properties,
      ProcessIdentity identity,
      ObjectProvider<Transport> transport) {
    return builder -> {
      if (properties.addresses().isEmpty()) return;
      transport.ifAvailable(
          found -> builder.replicas(new Replicas(found, identity, properties.options())));
      if (transport.getIfAvailable() == null) {
        builder.problem(
            new Problem(RULE, "heddle.replicas.addresses is set, and there is none", REMEDY));
      }
    };
  }

  @Bean
  @ConditionalOnProperty("heddle.replica.listen")
  ReplicaLifecycle heddleReplicaLifecycle(
      HeddleRuntime runtime,
      ReplicaProperties properties,
      ProcessIdentity identity,
      ObjectProvider<Transport> transport) {
    Transport found =
        transport.getIfAvailable(
            () -> {
              throw new TransportException(
                  new Problem(RULE, "heddle.replica.listen is set, and there is none", REMEDY));
            });
    return new ReplicaLifecycle(
        runtime, found, properties.address().orElseThrow(), properties, identity);
  }
}
