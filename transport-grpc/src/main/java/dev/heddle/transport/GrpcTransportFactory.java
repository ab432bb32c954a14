package dev.heddle.transport;

import dev.heddle.core.remote.Transport;
import dev.heddle.core.remote.TransportFactory;

/** Makes transports over gRPC. */
public final class GrpcTransportFactory implements TransportFactory {

  /** Found by {@link java.util.ServiceLoader}. */
  public GrpcTransportFactory() {}

  @Override
  public Transport create() {
    return new GrpcTransport(TransportOptions.DEFAULT);
  }
}
