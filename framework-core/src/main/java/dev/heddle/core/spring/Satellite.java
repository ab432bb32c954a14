package dev.heddle.core.spring;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Secrets;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.Problem;
import dev.heddle.core.Revision;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.capability.GeneratorRandomSource;
import dev.heddle.core.capability.JdkHttpCaller;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.remote.TransportException;
import dev.heddle.core.sandbox.Sandbox;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * A satellite without an application context, which would take longer to start than all the rest:
 * the runtime, its sandbox and its connections, from the same configuration.
 */
final class Satellite implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Satellite.class);

  private final ConfigurableEnvironment environment;
  private final ClassLoader application;
  private final Binder binder;
  private final HeddleProperties properties;
  private final ReplicaProperties replica;
  private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();

  /** Reads the configuration. */
  Satellite(ConfigurableEnvironment environment, ClassLoader application) {
    this.environment = environment;
    this.application = application;
    this.binder = Binder.get(environment);
    this.properties = bound("heddle", HeddleProperties.class);
    this.replica = bound("heddle.replica", ReplicaProperties.class);
  }

  /**
   * Whether a process is a satellite, all of whose stores and events are those of the process that
   * it belongs to. Servers behind capabilities need the application context.
   */
  static boolean suffices(Environment environment) {
    return environment.getProperty("heddle.replica.satellite", Boolean.class, false)
        && embedded(environment).size() == 3;
  }

  /** What one process alone can have: files of which it is the owner. */
  static Set<Class<?>> embedded(Environment environment) {
    Set<Class<?>> types = new HashSet<>();
    if (chosen(environment, BackendChoice.KEY_VALUE, "embedded")) types.add(KeyValueStore.class);
    if (chosen(environment, BackendChoice.BLOBS, "files")) types.add(BlobStore.class);
    if (chosen(environment, BackendChoice.EVENTS, "embedded")) types.add(EventPublisher.class);
    return types;
  }

  private static boolean chosen(Environment environment, String property, String embedded) {
    return environment.getProperty(property, embedded).equalsIgnoreCase(embedded);
  }

  /** Lets the process that a satellite belongs to do what that one cannot. */
  static void belong(
      HeddleRuntimeBuilder builder, ReplicasProperties replicas, Environment environment) {
    if (replicas.addresses().size() != 1) {
      builder.problem(
          new Problem(
              "a satellite has one process that it belongs to",
              "heddle.replicas.addresses names " + replicas.addresses().size(),
              "Name the address of the process with heddle.replica.grants, and no other"));
      return;
    }
    builder.elsewhere(embedded(environment), Set.of());
  }

  /**
   * Takes calls once every component is ready; returns then.
   *
   * @throws RuntimeException when that cannot be
   */
  void start() {
    if (replica.supervised()) new StandardInputWatch(() -> System.exit(0));
    Optional<SatelliteTracing> tracing =
        SatelliteTracing.start(environment, application).map(this::opened);
    ComponentCatalog catalog = ComponentCatalog.discover(application);
    RuntimeOptions options =
        ConfiguredOptions.of(
            properties,
            catalog,
            environment,
            settings -> Revision.of(Revision.classPath(), settings));
    ProcessIdentity identity = replica.identity(options);
    Transport transport = required(Transport.class, "heddle.replica.satellite");
    HeddleRuntime runtime = opened(runtime(catalog, options, identity, transport, tracing));
    runtime.start();
    tracing.ifPresent(SatelliteTracing::await);
    Optional<ControlLifecycle> membership = membership(runtime, identity);
    replica.address().ifPresent(address -> serve(runtime, transport, address, identity));
    membership.ifPresent(ControlLifecycle::start);
  }

  private void serve(
      HeddleRuntime runtime,
      Transport transport,
      ReplicaAddress address,
      ProcessIdentity identity) {
    ReplicaLifecycle serving = new ReplicaLifecycle(runtime, transport, address, replica, identity);
    opened.push(serving::stop);
    serving.start();
  }

  private Optional<ControlLifecycle> membership(HeddleRuntime runtime, ProcessIdentity identity) {
    SchedulerProperties scheduler = bound("heddle.scheduler", SchedulerProperties.class);
    if (scheduler.found().isEmpty()) return Optional.empty();
    ControlTransport control = required(ControlTransport.class, "heddle.scheduler.address");
    ControlLifecycle membership =
        new ControlLifecycle(runtime, control, scheduler, replica, identity);
    // Pushed before what serves, and so ended after it.
    opened.push(membership::stop);
    return Optional.of(membership);
  }

  private HeddleRuntime runtime(
      ComponentCatalog catalog,
      RuntimeOptions options,
      ProcessIdentity identity,
      Transport transport,
      Optional<SatelliteTracing> tracing) {
    HeddleRuntimeBuilder builder = HeddleRuntime.builder(catalog).options(options);
    boolean localCalls = bound("heddle.tracing", TracingProperties.class).localCalls();
    tracing.ifPresent(it -> builder.tracer(it, localCalls));
    new CapabilityGrants(CapabilitySource.of(capabilities()), options, properties)
        .grantAll(catalog, builder);
    part(Sandbox.class).ifPresent(builder::sandbox);
    ReplicasProperties replicas = bound("heddle.replicas", ReplicasProperties.class);
    if (!replicas.addresses().isEmpty()) {
      builder.replicas(new Replicas(transport, identity, replicas.options()));
    }
    belong(builder, replicas, environment);
    return builder.build();
  }

  private Map<Class<?>, Object> capabilities() {
    return Map.of(
        Secrets.class, ConfiguredSecrets.of(properties.secrets(), environment),
        HttpCaller.class, opened(new JdkHttpCaller(properties.http().maxResponseSize().toBytes())),
        InstantSource.class, InstantSource.system(),
        RandomSource.class, new GeneratorRandomSource(new SecureRandom()));
  }

  private <T> T bound(String prefix, Class<T> type) {
    return binder.bindOrCreate(prefix, type);
  }

  /** What a module on the class path makes. */
  private <T extends AutoCloseable> Optional<T> part(Class<T> type) {
    return ServiceLoader.load(ReplicaPart.class, application).stream()
        .map(ServiceLoader.Provider::get)
        .filter(part -> part.type() == type)
        .findFirst()
        .map(part -> opened(type.cast(part.make(properties, binder))));
  }

  private <T extends AutoCloseable> T required(Class<T> type, String property) {
    return part(type)
        .orElseThrow(
            () -> new TransportException(HeddleReplicaAutoConfiguration.noTransport(property)));
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  /** Ends the calls that have begun, and then all the rest; also when it has not wholly started. */
  @Override
  public void close() {
    for (AutoCloseable each = opened.poll(); each != null; each = opened.poll()) {
      try {
        each.close();
      } catch (Exception failure) {
        LOG.warn("a part of this replica did not end as it should", failure);
      }
    }
  }
}
