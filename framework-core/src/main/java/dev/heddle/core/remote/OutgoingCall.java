package dev.heddle.core.remote;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.core.RequestContext;
import java.util.Optional;

/**
 * One call on its way to another process.
 *
 * @param caller name of the calling component, or of the application's front
 * @param component the called component
 * @param method its method
 * @param request the request message; nobody changes it any more
 * @param context the request that the call is made for, if any: its deadline, trace and requester
 *     travel with the call, its stop stops the call, and its trail gets the calls made there
 */
public record OutgoingCall(
    String caller,
    ComponentDescriptor<?> component,
    MethodDescriptor method,
    byte[] request,
    Optional<RequestContext> context) {}
