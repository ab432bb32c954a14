package dev.heddle.core.remote;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.core.TraceContext;
import java.util.Optional;

/**
 * One call that came from another process.
 *
 * @param caller name of the calling component, or of the application's front, as the other process
 *     says
 * @param component the called component, one of {@link IncomingCalls#components}
 * @param method its method
 * @param request the request message; nobody changes it any more
 * @param context the request that the call is made for, if the caller works for one
 */
public record IncomingCall(
    String caller,
    ComponentDescriptor<?> component,
    MethodDescriptor method,
    byte[] request,
    Optional<Context> context) {

  /**
   * What travels with a call.
   *
   * @param requester who made the request that the call is part of
   * @param trace the request's trace
   * @param remainingNanos how long an answer is of use, in nanoseconds from now on
   * @param trail whether the caller wants to know which calls were made
   * @param recordedCall the call's number, if the calls of the request are recorded to be shown;
   *     else 0
   */
  public record Context(
      String requester,
      TraceContext trace,
      long remainingNanos,
      boolean trail,
      long recordedCall) {}
}
