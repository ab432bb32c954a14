package dev.heddle.transport;

import dev.heddle.core.Problem;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.TransportException;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Reports and orders over gRPC, one stream a process. */
public final class GrpcControl implements ControlTransport {
  private static final int STREAMS_A_CONNECTION = 4;

  private final TransportOptions options;
  private final EventLoops loops = new EventLoops("heddle-control");
  private final Set<AutoCloseable> opened = ConcurrentHashMap.newKeySet();

  /** A transport; nothing is opened yet. */
  public GrpcControl(TransportOptions options) {
    this.options = options;
  }

  @Override
  public AutoCloseable join(ReplicaAddress scheduler, Member member) {
    return kept(new ControlConnection(new Connector(scheduler, options, loops), member));
  }

  @Override
  public AutoCloseable serve(ReplicaAddress address, Members members) {
    SocketFile.prepare(address);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(EventLoops.socketAddress(address))
            .bossEventLoopGroup(loops.group())
            .workerEventLoopGroup(loops.group())
            .channelType(EventLoops.serverChannel(address))
            .directExecutor()
            .maxInboundMessageSize(TunnelLimits.BATCH_BYTES)
            .maxConcurrentCallsPerConnection(STREAMS_A_CONNECTION)
            .keepAliveTime(10, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(new ControlService(members).definition());
    TlsContexts.server(address, options).ifPresent(builder::sslContext);
    Server server = builder.build();
    try {
      server.start();
    } catch (IOException failure) {
      throw new TransportException(
          new Problem(
              "A scheduler listens at an address of its own",
              "it cannot listen at " + address + ": " + failure.getMessage(),
              "Give it another address, or stop what listens there"));
    }
    return kept(
        () -> {
          server.shutdownNow().awaitTermination(1, TimeUnit.SECONDS);
          SocketFile.remove(address);
        });
  }

  private AutoCloseable kept(AutoCloseable made) {
    opened.add(made);
    return () -> {
      if (opened.remove(made)) made.close();
    };
  }

  @Override
  public void close() {
    for (AutoCloseable each : opened) end(each);
    opened.clear();
    loops.close();
  }

  private static void end(AutoCloseable each) {
    try {
      each.close();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } catch (Exception none) {
      throw new IllegalStateException(none);
    }
  }
}
