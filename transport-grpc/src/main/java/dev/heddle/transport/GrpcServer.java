package dev.heddle.transport;

import dev.heddle.core.Problem;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.TransportException;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A gRPC server: tunnels of processes of the same revision. */
final class GrpcServer implements ReplicaServer {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ReplicaAddress address;
  private final Hosting hosting;
  private final TunnelService tunnels;
  private final Server server;
  private final Consumer<GrpcServer> closing;
  private final AtomicBoolean closed = new AtomicBoolean();

  private GrpcServer(
      ReplicaAddress address,
      Hosting hosting,
      TunnelService tunnels,
      Server server,
      Consumer<GrpcServer> closing) {
    this.address = address;
    this.hosting = hosting;
    this.tunnels = tunnels;
    this.server = server;
    this.closing = closing;
  }

  /**
   * Listens.
   *
   * @throws TransportException when it cannot
   */
  static GrpcServer listen(
      ReplicaAddress address,
      Hosting hosting,
      TransportOptions options,
      EventLoops loops,
      Consumer<GrpcServer> closing) {
    SocketFile.prepare(address);
    int longest = options.limits().messageBytes();
    TunnelService tunnels = new TunnelService(hosting, loops.loop(), longest);
    Server server =
        NettyServerBuilder.forAddress(EventLoops.socketAddress(address))
            .bossEventLoopGroup(loops.group())
            .workerEventLoopGroup(loops.group())
            .channelType(EventLoops.serverChannel(address))
            .directExecutor()
            .flowControlWindow(GrpcTransport.WINDOW)
            .maxInboundMessageSize(Math.max(TunnelLimits.BATCH_BYTES, longest))
            .maxConcurrentCallsPerConnection(TunnelLimits.CALLS)
            .keepAliveTime(10, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS)
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(tunnels.definition())
            .build();
    try {
      server.start();
    } catch (IOException failure) {
      throw new TransportException(
          new Problem(
              "A replica listens at an address of its own",
              "it cannot listen at " + address + ": " + reason(failure),
              "Give it another address, or stop what listens there"));
    }
    return new GrpcServer(taken(address, server), hosting, tunnels, server, closing);
  }

  @Override
  public ReplicaAddress address() {
    return address;
  }

  @Override
  public void ready() {
    enter(ServerState.READY);
  }

  @Override
  public boolean drain(Duration limit) {
    enter(ServerState.DRAINING);
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      boolean idle = hosting.awaitIdle(deadline);
      for (ReplicaStream stream : tunnels.streams()) {
        idle &= stream.awaitSent(deadline - System.nanoTime());
      }
      return idle;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    hosting.state(ServerState.DRAINING);
    server.shutdown();
    tunnels.streams().forEach(ReplicaStream::close);
    try {
      // Callers that listen are told in time; one that does not listen is not waited for.
      if (!server.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) end();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      end();
    }
    SocketFile.remove(address);
    closing.accept(this);
  }

  private void end() {
    server.shutdownNow();
  }

  private void enter(ServerState state) {
    hosting.state(state);
    tunnels.streams().forEach(stream -> stream.tell(state));
  }

  private static ReplicaAddress taken(ReplicaAddress asked, Server server) {
    if (!(asked instanceof ReplicaAddress.HostPort(String host, int port)) || port != 0) {
      return asked;
    }
    InetSocketAddress bound = (InetSocketAddress) server.getListenSockets().getFirst();
    return new ReplicaAddress.HostPort(host, bound.getPort());
  }

  private static String reason(IOException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }
}
