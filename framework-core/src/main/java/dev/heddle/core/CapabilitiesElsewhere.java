package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.Replicas;
import java.util.Optional;

/** Capabilities that another process of the application grants, reached through bytes. */
final class CapabilitiesElsewhere implements EventPublishers {
  private final Replicas replicas;
  private final WireLimits limits;

  /**
   * @param replicas the processes that grant them
   */
  CapabilitiesElsewhere(Replicas replicas, WireLimits limits) {
    this.replicas = replicas;
    this.limits = limits;
  }

  /** Whether the other process grants a capability; waits for it to say so. */
  boolean grants(ComponentDescriptor<?> capability) {
    return replicas.offered(CapabilityDescriptor.of(capability).name());
  }

  /** A capability for one component. */
  <C> C granted(String component, ComponentDescriptor<C> capability) {
    return stub(component, CapabilityDescriptor.of(capability));
  }

  @Override
  public EventPublisher<?> publisher(
      String component, ImplementationDescriptor<?> implementation, int parameter) {
    return implementation.publications().stream()
        .filter(publication -> publication.parameter() == parameter)
        .findFirst()
        .map(publication -> publisher(component, publication.event()))
        .orElseThrow();
  }

  private <E> EventPublisher<?> publisher(String component, EventDescriptor<E> event) {
    return new Publisher<>(event, stub(component, CapabilityDescriptor.publishing(event)), limits);
  }

  private <C> C stub(String component, CapabilityDescriptor<C> capability) {
    return capability.stub(new CapabilityLine<>(replicas, component, capability, limits));
  }

  /** Publishes events of one type there. */
  private record Publisher<E>(
      EventDescriptor<E> event, EncodedEventPublisher there, WireLimits limits)
      implements EventPublisher<E>, EncodedEventPublisher {

    @Override
    public void publish(E published) {
      ProtoWriter out = new ProtoWriter(limits);
      event.write(published, out);
      there.publish(event.key(published), out.toByteArray());
    }

    @Override
    public void publish(Optional<String> key, byte[] payload) {
      there.publish(key, payload);
    }
  }
}
