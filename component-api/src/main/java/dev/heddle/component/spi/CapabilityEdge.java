package dev.heddle.component.spi;

import dev.heddle.component.ComponentException;

/**
 * The way out of a sandbox to a capability. A capability says by an {@link
 * IllegalArgumentException} that its caller is wrong, and the caller sees that one here too.
 */
final class CapabilityEdge<C> implements Edge<C> {
  private final Edge<C> edge;

  CapabilityEdge(Edge<C> edge) {
    this.edge = edge;
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    return edge.counter(method);
  }

  @Override
  public <R> R call(Invocation<C, R> invocation) throws Exception {
    try {
      return edge.call(invocation);
    } catch (ComponentException failure) {
      if (!failure.failure().equals("java.lang.IllegalArgumentException")) throw failure;
      throw new IllegalArgumentException(failure.failureMessage());
    }
  }

  @Override
  public <R> R stream(StreamInvocation<C, R> invocation) throws Exception {
    return edge.stream(invocation);
  }
}
