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

/**
 * The generated stub of a component that is placed remote, as an application calls it: the call
 * graph's figures are kept on both sides, and each call is served on a virtual thread.
 *
 * @param unixSocket whether a socket in the file system is used in the place of TCP
 * @param context whether calls are part of requests, with a deadline and a trace
 */
record HeddlePeer(boolean unixSocket, boolean context) implements Peer {
  private static final int MOST_CALLS = 10_000;
  private static final ComponentCatalog CATALOG =
      new ComponentCatalog(List.of(new Shop_Descriptor()), List.of(new PlainShop_Implementation()));

  /** Said, not only wished for: a runtime that cannot place it so does not start. */
  private static final ComponentOptions REMOTE =
      ComponentOptions.NONE.withPlacement(Placement.REMOTE);

  @Override
  public Served serve() throws Exception {
    Transport transport = new GrpcTransport(TransportOptions.DEFAULT);
    HeddleRuntime runtime = builder().build();
    runtime.start();
    Path folder = Files.createTempDirectory("heddle-remote");
    ReplicaServer server =
        transport.listen(
            ReplicaAddress.parse(unixSocket ? "unix:" + folder.resolve("shop") : "127.0.0.1:0"),
            runtime.incoming(identity("shop"), Set.of(), Granting.NOTHING, MOST_CALLS));
    server.ready();
    return new Served(
        server.address().toString(),
        () -> {
          server.close();
          transport.close();
          runtime.close();
          Files.deleteIfExists(folder.resolve("shop"));
          Files.deleteIfExists(folder);
        });
  }

  @Override
  public Caller connect(String address) {
    Transport transport = new GrpcTransport(TransportOptions.DEFAULT);
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
