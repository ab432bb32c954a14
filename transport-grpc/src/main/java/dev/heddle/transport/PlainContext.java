package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.IncomingCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a gRPC client says beside its request.
 *
 * @param caller who calls
 * @param trace the trace that its {@code traceparent} names, or a new one
 * @param deadline until when it waits
 */
record PlainContext(String caller, TraceContext trace, Deadline deadline) {
  private static final Metadata.Key<String> TRACE =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

  /** Reads the headers of a call that begins now, on its thread. */
  static PlainContext of(Metadata headers, String caller, Duration usual) {
    Deadline own = Context.current().getDeadline();
    return new PlainContext(
        caller,
        Optional.ofNullable(headers.get(TRACE))
            .flatMap(TraceContext::parse)
            .orElseGet(TraceContext::create),
        own == null ? Deadline.after(usual.toNanos(), TimeUnit.NANOSECONDS) : own);
  }

  IncomingCall call(ComponentDescriptor<?> component, MethodDescriptor method, byte[] request) {
    long left = Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS));
    return new IncomingCall(
        caller,
        component,
        method,
        request,
        Optional.of(new IncomingCall.Context(caller, trace, left, false, 0)));
  }
}
