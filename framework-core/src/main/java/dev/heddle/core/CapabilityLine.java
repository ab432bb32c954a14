package dev.heddle.core;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.Destination;
import dev.heddle.core.remote.OutgoingCall;
import dev.heddle.core.remote.Replicas;
import java.util.Set;

/**
 * The way from one component to a capability that another process grants. A capability says by an
 * {@link IllegalArgumentException} that its caller is wrong, and the caller sees that one here too.
 */
final class CapabilityLine<C> implements Edge<C> {
  private final Replicas replicas;
  private final String component;
  private final CapabilityDescriptor<C> capability;
  private final WireLimits limits;

  CapabilityLine(
      Replicas replicas, String component, CapabilityDescriptor<C> capability, WireLimits limits) {
    this.replicas = replicas;
    this.component = component;
    this.capability = capability;
    this.limits = limits;
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    // Never counts: the stub is not bound to an object here.
    return new CallCounter(capability.name(), method.name(), nanos -> {});
  }

  @Override
  public <R> R call(Invocation<C, R> invocation) throws Exception {
    OutgoingCall call =
        new OutgoingCall(
            component,
            capability,
            invocation.method(),
            EncodedInvocation.request(invocation, limits),
            RequestContext.current());
    try {
      return EncodedInvocation.result(
          invocation,
          replicas.call(call, new Destination(Set.of(), invocation.routingKey())),
          limits);
    } catch (ComponentException failure) {
      if (!failure.failure().equals(IllegalArgumentException.class.getName())) throw failure;
      throw new IllegalArgumentException(failure.failureMessage());
    }
  }

  @Override
  public <R> R stream(StreamInvocation<C, R> invocation) {
    throw new UnsupportedOperationException("a capability's methods have no streams");
  }
}
