package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;

/**
 * What a span says of one call.
 *
 * @param side which side of the call it is of
 * @param parent the trace, with the span that the call is made in
 * @param caller name of the calling component, or of the edge of the application
 * @param component the called component
 * @param method its method
 * @param placement where the call goes; at a replica, where that runs it
 * @param revision of the application
 */
public record TracedCall(
    Side side,
    TraceContext parent,
    String caller,
    ComponentDescriptor<?> component,
    MethodDescriptor method,
    Placement placement,
    String revision) {

  /** Which side of a call a span is of. */
  public enum Side {
    /** Both: the call stays in the process. */
    BOTH,
    /** The side that makes the call. */
    CALLER,
    /** The side that serves it. */
    REPLICA
  }

  /** What the call is called: {@code Cart.add}. */
  public String name() {
    return component.name() + "." + method.name();
  }
}
