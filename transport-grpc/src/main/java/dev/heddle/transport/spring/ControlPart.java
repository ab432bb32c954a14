package dev.heddle.transport.spring;

import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.core.spring.ReplicaPart;
import dev.heddle.transport.GrpcControl;
import org.springframework.boot.context.properties.bind.Binder;

/** A replica's way to a scheduler. */
public final class ControlPart implements ReplicaPart<ControlTransport> {

  /** Found by {@link java.util.ServiceLoader}. */
  public ControlPart() {}

  @Override
  public Class<ControlTransport> type() {
    return ControlTransport.class;
  }

  @Override
  public ControlTransport make(HeddleProperties heddle, Binder binder) {
    return new GrpcControl(TransportProperties.bound(binder).options(heddle));
  }
}
