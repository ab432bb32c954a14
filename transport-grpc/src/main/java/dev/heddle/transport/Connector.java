package dev.heddle.transport;

import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Opens streams to one address. */
final class Connector {
  private static final int CONNECT_MILLIS = 5_000;

  private final ReplicaAddress address;
  private final TransportOptions options;
  private final EventLoops loops;
  private final Optional<SslContext> tls;

  /**
   * Opens streams.
   *
   * @throws dev.heddle.core.remote.TransportException when the address needs TLS and there is none
   */
  Connector(ReplicaAddress address, TransportOptions options, EventLoops loops) {
    this.address = address;
    this.options = options;
    this.loops = loops;
    this.tls = TlsContexts.client(address, options);
  }

  ReplicaAddress address() {
    return address;
  }

  /** A channel of its own for each attempt: gRPC's own waits between attempts are longer. */
  ManagedChannel channel() {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(EventLoops.socketAddress(address))
            .eventLoopGroup(loops.group())
            .channelType(EventLoops.channel(address))
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .directExecutor()
            .disableRetry()
            .flowControlWindow(GrpcTransport.WINDOW)
            .maxInboundMessageSize(TunnelLimits.BATCH_BYTES)
            .keepAliveTime(10, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS);
    tls.ifPresentOrElse(builder::sslContext, builder::usePlaintext);
    if (address instanceof ReplicaAddress.UnixSocket) builder.overrideAuthority("localhost");
    return builder.build();
  }

  CallerStream stream(ManagedChannel channel, ProcessIdentity own, CallerStream.Observer observer) {
    return new CallerStream(
        channel, loops.loop(), address.toString(), own, options.limits(), observer);
  }
}
