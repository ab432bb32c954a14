package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.util.Optional;

/** Calls to a replica through a tunnel, wherever its other end is. */
abstract class ReplicaConformance extends PlacementConformance {
  private final GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);

  GrpcTransport transport() {
    return transport;
  }

  @Override
  public HeddleRuntime application(RuntimeOptions options) {
    return Applications.start(
        options.withPlacement(Placement.REMOTE),
        journal(),
        Optional.of(Applications.replicas(transport, socket())));
  }

  @Override
  public String placement() {
    return "remote/replica";
  }
}
