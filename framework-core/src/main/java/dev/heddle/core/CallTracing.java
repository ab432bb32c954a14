package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.TracedCall.Side;
import dev.heddle.core.remote.IncomingCall;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Which calls become spans: those that are made for a request whose trace is sampled, or whose
 * calls are recorded to be shown.
 *
 * @param tracer who records them, if anybody
 * @param everyCall whether calls are kept from the direct path, on which nobody sees them
 */
record CallTracing(
    Optional<CallTracer> tracer, boolean everyCall, String revision, WireLimits limits) {

  /** Whether calls may take the direct path. */
  boolean direct() {
    return tracer.isEmpty() || !everyCall;
  }

  /** The span of a call that this process makes. */
  CallSpan calling(
      Optional<RequestContext> request,
      MethodCalls calls,
      ComponentDescriptor<?> callee,
      MethodDescriptor method) {
    if (request.isEmpty()) return CallSpan.NONE;
    CallSpan span = traced(request, calls, callee, method);
    Optional<CallRecording> recording = request.get().recording();
    return recording.isEmpty() ? span : recording.get().begin(request.get(), span, calls);
  }

  private CallSpan traced(
      Optional<RequestContext> request,
      MethodCalls calls,
      ComponentDescriptor<?> callee,
      MethodDescriptor method) {
    if (!sampled(request)) return CallSpan.NONE;
    Side side = calls.placement() == Placement.REMOTE ? Side.CALLER : Side.BOTH;
    return begin(side, request.orElseThrow(), calls.caller(), callee, method, calls.placement());
  }

  /** The span of a call that came from another process. */
  CallSpan served(
      Optional<RequestContext> request, IncomingCall call, Placement placement, String replica) {
    if (!sampled(request)) return CallSpan.NONE;
    CallSpan span =
        begin(
            Side.REPLICA,
            request.orElseThrow(),
            call.caller(),
            call.component(),
            call.method(),
            placement);
    span.replica(replica);
    return span;
  }

  private boolean sampled(Optional<RequestContext> request) {
    return tracer.isPresent() && request.isPresent() && request.get().trace().sampled();
  }

  private CallSpan begin(
      Side side,
      RequestContext request,
      String caller,
      ComponentDescriptor<?> callee,
      MethodDescriptor method,
      Placement placement) {
    return tracer
        .orElseThrow()
        .begin(new TracedCall(side, request.trace(), caller, callee, method, placement, revision));
  }

  /** Makes a call within its span, which ends with it. */
  <R> R make(CallSpan span, RequestContext request, Invocation<?, R> invocation, Callable<R> call)
      throws Exception {
    try {
      R result = ScopedValue.where(RequestContext.CURRENT, request.traced(span)).call(call::call);
      if (EncodedInvocation.failed(invocation, result, limits)) failed(span, (byte[]) result);
      return result;
    } catch (Exception | Error failure) {
      span.failed(failure);
      throw failure;
    } finally {
      span.end();
    }
  }

  /** Notes how a call ended, from its response message. */
  void ended(CallSpan span, byte[] response) {
    if (span == CallSpan.NONE) return;
    try {
      if (EncodedInvocation.failed(response, limits)) failed(span, response);
    } catch (MalformedMessageException unreadable) {
      span.failed(unreadable);
    }
  }

  private void failed(CallSpan span, byte[] response) {
    ProtoReader message = new ProtoReader(response, limits);
    int tag = message.tag();
    if (tag == Failures.TAG) {
      message.enter(tag);
      span.failed(Failures.read(message));
    } else {
      span.failed();
    }
  }
}
