package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.Problem;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.TransportException;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A gRPC server: tunnels of processes of the same revision, and plain gRPC for everyone else. */
final class GrpcServer implements ReplicaServer {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ReplicaAddress address;
  private final Hosting hosting;
  private final TunnelService tunnels;
  private final Server server;
  private final HealthStatusManager health;
  private final Consumer<GrpcServer> closing;
  private final AtomicBoolean closed = new AtomicBoolean();

  private GrpcServer(
      ReplicaAddress address,
      Hosting hosting,
      TunnelService tunnels,
      Server server,
      HealthStatusManager health,
      Consumer<GrpcServer> closing) {
    this.address = address;
    this.hosting = hosting;
    this.tunnels = tunnels;
    this.server = server;
    this.health = health;
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
    Optional<SslContext> tls = TlsContexts.server(address, options);
    SocketFile.prepare(address);
    int longest = options.limits().messageBytes();
    TunnelService tunnels = new TunnelService(hosting, loops.loop(), options.limits());
    HealthStatusManager health = new HealthStatusManager();
    NettyServerBuilder builder =
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
            .addService(health.getHealthService());
    tls.ifPresent(builder::sslContext);
    PlainService plain = new PlainService(hosting, options);
    List<ComponentDescriptor<?>> components = hosting.calls().components();
    ProtoSchemas schemas = new ProtoSchemas(loader(components));
    components.forEach(component -> builder.addService(plain.definition(component, schemas)));
    if (options.reflection().orElse(TlsContexts.own(address))) {
      builder.addService(ProtoReflectionServiceV1.newInstance());
    }
    Server server = builder.build();
    try {
      server.start();
    } catch (IOException failure) {
      throw new TransportException(
          new Problem(
              "A replica listens at an address of its own",
              "it cannot listen at " + address + ": " + reason(failure),
              "Give it another address, or stop what listens there"));
    }
    GrpcServer listening =
        new GrpcServer(taken(address, server), hosting, tunnels, server, health, closing);
    listening.tellHealth(ServingStatus.NOT_SERVING);
    return listening;
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
    health.enterTerminalState();
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
    tellHealth(state == ServerState.READY ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    tunnels.streams().forEach(stream -> stream.tell(state));
  }

  /** Where the application's classes are, and their .proto files with them. */
  private static ClassLoader loader(List<ComponentDescriptor<?>> components) {
    Class<?> one = components.isEmpty() ? GrpcServer.class : components.getFirst().type();
    return Objects.requireNonNull(one.getClassLoader(), "an application's class");
  }

  private void tellHealth(ServingStatus status) {
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    hosting
        .calls()
        .components()
        .forEach(component -> health.setStatus(component.serviceName(), status));
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
