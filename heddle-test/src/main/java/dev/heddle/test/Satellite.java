package dev.heddle.test;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second process of {@link Mode#REMOTE}: hosts the components of one test's application after
 * the other, until its standard input ends. Capabilities and fakes are those of the test's process.
 */
final class Satellite implements AutoCloseable {
  /** Begins every answer; other lines are somebody else's. */
  static final String ANSWER = "heddle-satellite: ";

  static final String OPEN = "open ";
  static final String CLOSE = "close";
  static final String DONE = "done";

  private static final int MOST_CALLS = 10_000;

  private final HeddleRuntime runtime;
  private final ReplicaServer server;

  private Satellite(HeddleRuntime runtime, ReplicaServer server) {
    this.runtime = runtime;
    this.server = server;
  }

  /** Obeys the lines of its standard input. */
  public static void main(String[] arguments) throws IOException {
    Transport transport = RemoteApplication.transport();
    @Nullable Satellite open = null;
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String answer = DONE;
      try {
        if (open != null) open.close();
        open = line.equals(CLOSE) ? null : open(transport, line.substring(OPEN.length()));
      } catch (RuntimeException failure) {
        answer = String.valueOf(failure.getMessage()).replace("\n", "; ");
      }
      System.out.println(ANSWER + answer);
    }
    System.exit(0);
  }

  private static Satellite open(Transport transport, String file) throws IOException {
    SatelliteSetup setup = SatelliteSetup.read(Path.of(file));
    ComponentCatalog catalog = TestSetup.discovered();
    RuntimeOptions options = RuntimeOptions.DEFAULT.withComponents(setup.components());
    Replicas home =
        new Replicas(
            transport,
            RemoteApplication.identity("satellite"),
            new ReplicaOptions(
                List.of(ReplicaAddress.parse(setup.home())), Duration.ofSeconds(30), 3));
    HeddleRuntimeBuilder builder =
        HeddleRuntime.builder(catalog)
            .options(options)
            .replicas(home)
            .elsewhere(Set.of(EventPublisher.class), setup.elsewhere());
    for (ComponentDescriptor<?> component : catalog.components()) {
      if (setup.elsewhere().contains(component.name())) absent(builder, component.type());
    }
    HeddleRuntime runtime = builder.build();
    runtime.start();
    ReplicaServer server =
        transport.listen(
            ReplicaAddress.parse(setup.listen()),
            runtime.incoming(
                RemoteApplication.identity("satellite"), Set.of(), Granting.NOTHING, MOST_CALLS));
    server.ready();
    return new Satellite(runtime, server);
  }

  /** There need be no implementation here. */
  private static <C> void absent(HeddleRuntimeBuilder builder, Class<C> type) {
    builder.implementation(type, () -> Missing.of(type));
  }

  @Override
  public void close() {
    server.close();
    runtime.close();
  }
}
