package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.Replicas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Capabilities that another process of the application grants, reached through bytes. */
final class CapabilitiesElsewhere implements EventPublishers {
  private final Elsewhere elsewhere;
  private final List<ComponentDescriptor<?>> travelling;
  private final Replicas replicas;
  private final WireLimits limits;

  /**
   * @param elsewhere what is granted there in any case
   * @param choice the implementations, which say how the capabilities travel that they ask for
   * @param replicas the process that grants them
   */
  CapabilitiesElsewhere(
      Elsewhere elsewhere, ImplementationChoice choice, Replicas replicas, RuntimeOptions options) {
    this.elsewhere = elsewhere;
    this.travelling =
        Stream.concat(
                choice.all().stream().flatMap(one -> one.capabilities().stream()),
                Stream.of(new ClockDescriptor()))
            .<ComponentDescriptor<?>>map(each -> each)
            .toList();
    this.replicas = replicas;
    this.limits = options.limits();
  }

  /** What stands behind capabilities: what does here, and what the other process grants. */
  Map<Class<?>, Function<String, ?>> with(Map<Class<?>, Function<String, ?>> here) {
    Map<Class<?>, Function<String, ?>> all = new HashMap<>(here);
    travelling.stream()
        .filter(it -> there(it.type(), here))
        .forEach(it -> all.put(it.type(), component -> granted(component, it)));
    return all;
  }

  private boolean there(Class<?> capability, Map<Class<?>, Function<String, ?>> here) {
    return elsewhere.capabilities().contains(capability) || !here.containsKey(capability);
  }

  /** Whether the other process grants a capability; waits for it to say so. */
  boolean grants(Class<?> capability) {
    return travelling.stream()
        .filter(descriptor -> descriptor.type() == capability)
        .anyMatch(descriptor -> replicas.offered(CapabilityDescriptor.of(descriptor).name()));
  }

  private <C> C granted(String component, ComponentDescriptor<C> capability) {
    return stub(component, CapabilityDescriptor.of(capability));
  }

  @Override
  public <E> EventPublisher<E> publisher(String component, EventDescriptor<E> event) {
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
