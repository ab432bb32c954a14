package dev.heddle.transport.spring;

import dev.heddle.core.remote.Transport;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.core.spring.ReplicaPart;
import dev.heddle.transport.GrpcTransport;
import org.springframework.boot.context.properties.bind.Binder;

/** The transport of a replica. */
public final class TransportPart implements ReplicaPart<Transport> {

  /** Found by {@link java.util.ServiceLoader}. */
  public TransportPart() {}

  @Override
  public Class<Transport> type() {
    return Transport.class;
  }

  @Override
  public Transport make(HeddleProperties heddle, Binder binder) {
    return new GrpcTransport(TransportProperties.bound(binder).options(heddle));
  }
}
