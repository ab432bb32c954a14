package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What one implementation's constructor asks for, reached through bytes. */
final class RouterGrants implements GuestGrants {

  /** What stands behind one parameter of the constructor. */
  sealed interface Grant {}

  /** Another component, by the edge that every other caller takes too. */
  record Component<C>(RouterEdge<C> edge) implements Grant {}

  /** A capability, as it was granted. */
  record Capability<C>(ComponentDescriptor<C> descriptor, C granted) implements Grant {}

  /** The time. */
  record Clock(InstantSource source) implements Grant {}

  /** Nothing, where the implementation does without. */
  record Absent() implements Grant {}

  private final List<Grant> grants;
  private final boolean random;
  private final WireLimits limits;

  /**
   * @param grants by position of the parameter
   * @param random whether one of them is randomness
   */
  RouterGrants(List<Grant> grants, boolean random, WireLimits limits) {
    this.grants = List.copyOf(grants);
    this.random = random;
    this.limits = limits;
  }

  @Override
  public boolean present(int target) {
    return !(grant(target) instanceof Absent);
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    return switch (grant(target)) {
      case Component<?> component -> call(component.edge(), method, request);
      case Capability<?> capability -> call(capability, method, request);
      case Clock clock -> throw refused(target, "called");
      case Absent absent -> throw refused(target, "called");
    };
  }

  @Override
  public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    if (!(grant(target) instanceof Component<?> component)) throw refused(target, "streamed");
    return EncodedStreams.open(
        component.edge(), method(component.edge().callee(), method), request, requests, limits);
  }

  @Override
  public Instant instant(int target) {
    if (grant(target) instanceof Clock clock) return clock.source().instant();
    throw refused(target, "asked for the time");
  }

  @Override
  public boolean clock() {
    return grants.stream().anyMatch(Clock.class::isInstance);
  }

  @Override
  public boolean random() {
    return random;
  }

  private <C> byte[] call(RouterEdge<C> edge, int index, byte[] request) {
    MethodDescriptor method = method(edge.callee(), index);
    try {
      return edge.call(new EncodedInvocation<>(edge.callee(), method, request, limits));
    } catch (Exception failure) {
      return failed(edge.callee(), method, failure);
    }
  }

  private <C> byte[] call(Capability<C> capability, int index, byte[] request) {
    MethodDescriptor method = method(capability.descriptor(), index);
    try {
      return new EncodedInvocation<>(capability.descriptor(), method, request, limits)
          .invoke(capability.granted());
    } catch (RuntimeException failure) {
      return failed(capability.descriptor(), method, failure);
    }
  }

  private byte[] failed(ComponentDescriptor<?> callee, MethodDescriptor method, Exception failure) {
    ProtoWriter response = new ProtoWriter(limits);
    Failures.fail(response, callee.name(), method.name(), failure);
    return response.toByteArray();
  }

  private static MethodDescriptor method(ComponentDescriptor<?> callee, int index) {
    if (index >= 0 && index < callee.methods().size()) return callee.methods().get(index);
    throw new IllegalArgumentException(callee.name() + " has no method " + index);
  }

  private Grant grant(int target) {
    if (target >= 0 && target < grants.size()) return grants.get(target);
    throw new IllegalArgumentException(
        "grant " + target + " was asked for, and there are " + grants.size());
  }

  private static IllegalArgumentException refused(int target, String how) {
    return new IllegalArgumentException("grant " + target + " cannot be " + how);
  }
}
