package dev.heddle.core.spring;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Problem;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.remote.TransportException;
import java.util.HashSet;
import java.util.Set;
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

  /** After whatever else is said of events and capabilities. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  @ConditionalOnProperty("heddle.replica.satellite")
  RuntimeCustomizer heddleSatellite(ReplicasProperties replicas, Environment environment) {
    return builder -> {
      if (replicas.addresses().size() != 1) {
        builder.problem(
            new Problem(
                "a satellite has one process that it belongs to",
                "heddle.replicas.addresses names " + replicas.addresses().size(),
                "Name the address of the process with heddle.replica.grants, and no other"));
        return;
      }
      builder.elsewhere(embedded(environment), Set.of());
    };
  }

  /** What one process alone can have: files of which it is the owner. */
  private static Set<Class<?>> embedded(Environment environment) {
    Set<Class<?>> types = new HashSet<>();
    if (chosen(environment, BackendChoice.KEY_VALUE, "embedded")) types.add(KeyValueStore.class);
    if (chosen(environment, BackendChoice.BLOBS, "files")) types.add(BlobStore.class);
    if (chosen(environment, BackendChoice.EVENTS, "embedded")) types.add(EventPublisher.class);
    return types;
  }

  private static boolean chosen(Environment environment, String property, String embedded) {
    return environment.getProperty(property, embedded).equalsIgnoreCase(embedded);
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
    Transport found =
        transport.getIfAvailable(
            () -> {
              throw new TransportException(
                  new Problem(RULE, "heddle.replica.listen is set, and there is none", REMEDY));
            });
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
    ControlTransport found =
        transport.getIfAvailable(
            () -> {
              throw new TransportException(
                  new Problem(RULE, "heddle.scheduler.address is set, and there is none", REMEDY));
            });
    return new ControlLifecycle(runtime, found, properties, replica, identity);
  }
}
