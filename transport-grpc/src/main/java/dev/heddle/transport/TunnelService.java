package dev.heddle.transport;

import dev.heddle.component.wire.WireLimits;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The server's end of tunnels. */
final class TunnelService {
  private final Hosting hosting;
  private final Executor loop;
  private final WireLimits limits;
  private final Set<ReplicaStream> streams = ConcurrentHashMap.newKeySet();

  TunnelService(Hosting hosting, Executor loop, WireLimits limits) {
    this.hosting = hosting;
    this.loop = loop;
    this.limits = limits;
  }

  ServerServiceDefinition definition() {
    return ServerServiceDefinition.builder(TunnelMethod.SERVICE)
        .addMethod(TunnelMethod.OPEN, this::open)
        .build();
  }

  /** The streams that are open. */
  Set<ReplicaStream> streams() {
    return Set.copyOf(streams);
  }

  private ServerCall.Listener<Batch> open(ServerCall<Batch, Batch> call, Metadata headers) {
    call.setOnReadyThreshold(TunnelMethod.READY_BYTES);
    call.sendHeaders(new Metadata());
    ReplicaStream stream = new ReplicaStream(call, hosting, loop, limits, streams::remove);
    streams.add(stream);
    return stream;
  }
}
