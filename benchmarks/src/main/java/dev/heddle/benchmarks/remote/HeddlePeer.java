package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.Placement;
import dev.heddle.core.Requests;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The generated stub of a component that is placed remote, as an application calls it: the call
 * graph's figures are kept on both sides, and each call is served on a virtual thread.
 *
 * @param context whether calls are part of requests, with a deadline and a trace
 */
record HeddlePeer(Way way, boolean context) implements Peer {

  /** How bytes get from one process to the other. */
  enum Way {
    /** By TCP. */
    TCP,
    /** By a socket in the file system. */
    UNIX,
    /** By TCP, encrypted. */
    TLS
  }

  private static final int MOST_CALLS = 10_000;
  private static final ComponentCatalog CATALOG =
      new ComponentCatalog(List.of(new Shop_Descriptor()), List.of(new PlainShop_Implementation()));

  /** Said, not only wished for: a runtime that cannot place it so does not start. */
  private static final ComponentOptions REMOTE =
      ComponentOptions.NONE.withPlacement(Placement.REMOTE);

  @Override
  public Served serve() throws Exception {
    Path folder = Files.createTempDirectory("heddle-remote");
    if (way == Way.TLS) Certificates.write(folder);
    Transport transport = transport(folder, "shop");
    HeddleRuntime runtime = builder().build();
    runtime.start();
    ReplicaServer server =
        transport.listen(
            ReplicaAddress.parse(
                way == Way.UNIX ? "unix:" + folder.resolve("shop") : "127.0.0.1:0"),
            runtime.incoming(identity("shop"), Set.of(), Granting.NOTHING, MOST_CALLS));
    server.ready();
    return new Served(
        server.address() + " " + folder,
        () -> {
          server.close();
          transport.close();
          runtime.close();
          FileSystemUtils.deleteRecursively(folder);
        });
  }

  @Override
  public Caller connect(String served) {
    String[] parts = served.split(" ", 2);
    String address = parts[0];
    Transport transport = transport(Path.of(parts[1]), "caller");
    ReplicaOptions options =
        new ReplicaOptions(List.of(ReplicaAddress.parse(address)), Duration.ofSeconds(10), 3);
    HeddleRuntime runtime =
        builder()
            .options(RuntimeOptions.DEFAULT.withComponents(Map.of("Shop", REMOTE)))
            .replicas(new Replicas(transport, identity("caller"), options))
            .build();
    runtime.start();
    return new StubCaller(runtime.component("Benchmark", Shop.class), runtime, transport, context);
  }

  private Transport transport(Path folder, String name) {
    TransportOptions options = TransportOptions.DEFAULT;
    return new GrpcTransport(
        way == Way.TLS ? options.withTls(Certificates.of(folder, name)) : options);
  }

  private static HeddleRuntimeBuilder builder() {
    return HeddleRuntime.builder(CATALOG).bean(new PlainShop_Implementation(), PlainShop::new);
  }

  private static ProcessIdentity identity(String name) {
    return new ProcessIdentity(
        RuntimeOptions.DEFAULT.application(),
        RuntimeOptions.DEFAULT.revision(),
        name,
        ProcessHandle.current().pid());
  }

  record StubCaller(Shop shop, HeddleRuntime runtime, Transport transport, boolean context)
      implements Caller {
    private static final Order ORDER = Order.sample();

    @Override
    public int add(int one, int other) {
      return shop.add(one, other);
    }

    @Override
    public long place() {
      return shop.place(ORDER).total().units();
    }

    @Override
    public void request(Calls calls) throws Exception {
      if (!context) {
        calls.make();
        return;
      }
      Requests requests = runtime.requests();
      requests.run(
          requests.enter("benchmark", TraceContext.create()),
          () -> {
            calls.make();
            return true;
          });
    }

    @Override
    public void close() {
      transport.close();
      runtime.close();
    }
  }
}
