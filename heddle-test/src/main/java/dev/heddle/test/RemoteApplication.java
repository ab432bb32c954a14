package dev.heddle.test;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.remote.TransportFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What {@link Mode#REMOTE} adds to an application: the way to the second process and back. */
final class RemoteApplication implements AutoCloseable {
  private static final int MOST_CALLS = 10_000;

  private final Transport transport = transport();
  private final Path folder;
  private @Nullable ReplicaServer server;

  RemoteApplication() {
    try {
      folder = Files.createTempDirectory("heddle");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Transport transport() {
    return ServiceLoader.load(TransportFactory.class)
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "the mode REMOTE needs a transport, and the class path has none. Add the"
                        + " dependency dev.heddle:transport-grpc"))
        .create();
  }

  static ProcessIdentity identity(String name) {
    return new ProcessIdentity(
        RuntimeOptions.DEFAULT.application(),
        RuntimeOptions.DEFAULT.revision(),
        name,
        ProcessHandle.current().pid());
  }

  /** The second process, as the application is to call it. */
  Replicas replicas() {
    return new Replicas(
        transport,
        identity("test"),
        new ReplicaOptions(
            List.of(ReplicaAddress.parse(address("satellite"))), Duration.ofSeconds(30), 3));
  }

  /** Lets the second process host the components that the test does not fake. */
  void start(HeddleRuntime runtime, TestSetup setup) {
    ReplicaServer listening =
        transport.listen(
            ReplicaAddress.parse(address("home")),
            runtime.incoming(identity("test"), Set.of(), Granting.EVERYTHING, MOST_CALLS));
    server = listening;
    listening.ready();
    Path told = folder.resolve("setup");
    try {
      new SatelliteSetup(
              address("satellite"), address("home"), elsewhere(setup), setup.components())
          .write(told);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    SecondProcess.open(told);
  }

  /** Fakes, and components that the class path has no implementation of. */
  private static Set<String> elsewhere(TestSetup setup) {
    ComponentCatalog catalog = setup.catalog();
    Set<Class<?>> implemented =
        catalog.implementations().stream()
            .map(ImplementationDescriptor::component)
            .collect(Collectors.toCollection(HashSet::new));
    return catalog.components().stream()
        .filter(
            component ->
                setup.fakes().values().containsKey(component.type())
                    || !implemented.contains(component.type()))
        .map(ComponentDescriptor::name)
        .collect(Collectors.toSet());
  }

  private String address(String name) {
    return "unix:" + folder.resolve(name);
  }

  @Override
  public void close() {
    SecondProcess.close();
    if (server != null) server.close();
    transport.close();
    try (var left = Files.list(folder)) {
      for (Path each : left.toList()) Files.deleteIfExists(each);
      Files.deleteIfExists(folder);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
