package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Problem;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.remote.TransportException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Lets an application call components in other processes, and be such a process. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@EnableConfigurationProperties({
  ReplicasProperties.class,
  ReplicaProperties.class,
  SchedulerProperties.class
})
public class HeddleReplicaAutoConfiguration {
  private static final String RULE = "Processes call each other through a transport";
  private static final String REMEDY = "Add the dependency dev.heddle:transport-grpc";

  @Bean
  ProcessIdentity heddleProcessIdentity(RuntimeOptions options, ReplicaProperties properties) {
    return properties.identity(options);
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
        builder.problem(noTransport("heddle.replicas.addresses"));
      }
    };
  }

  /** After whatever else is said of events and capabilities. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  @ConditionalOnProperty("heddle.replica.satellite")
  RuntimeCustomizer heddleSatellite(ReplicasProperties replicas, Environment environment) {
    return builder -> Satellite.belong(builder, replicas, environment);
  }

  @Bean
  @ConditionalOnProperty("heddle.replica.supervised")
  StandardInputWatch heddleStandardInputWatch(ApplicationContext context) {
    return new StandardInputWatch(() -> System.exit(SpringApplication.exit(context)));
  }

  @Bean
  @ConditionalOnProperty("heddle.replica.listen")
  ReplicaLifecycle heddleReplicaLifecycle(
      HeddleRuntime runtime,
      ReplicaProperties properties,
      ProcessIdentity identity,
      ObjectProvider<Transport> transport) {
    Transport found = required(transport, "heddle.replica.listen");
    return new ReplicaLifecycle(
        runtime, found, properties.address().orElseThrow(), properties, identity);
  }

  @Bean
  @ConditionalOnProperty("heddle.scheduler.address")
  ControlLifecycle heddleControlLifecycle(
      HeddleRuntime runtime,
      SchedulerProperties properties,
      ReplicaProperties replica,
      ProcessIdentity identity,
      ObjectProvider<ControlTransport> transport) {
    ControlTransport found = required(transport, "heddle.scheduler.address");
    return new ControlLifecycle(runtime, found, properties, replica, identity);
  }

  private static <T> T required(ObjectProvider<T> transport, String property) {
    return transport.getIfAvailable(
        () -> {
          throw new TransportException(noTransport(property));
        });
  }

  /** What is wrong where a property asks for a transport that nothing makes. */
  static Problem noTransport(String property) {
    return new Problem(RULE, property + " is set, and there is none", REMEDY);
  }
}
