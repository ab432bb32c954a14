package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.Destination;
import dev.heddle.core.remote.OutgoingCall;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.sandbox.SandboxedComponent;
import java.util.Optional;
import java.util.Set;

/**
 * Where one call goes.
 *
 * @param <C> the component interface
 */
sealed interface Target<C> {

  /** The placement that this target stands for. */
  Placement placement();

  /** Makes the call. */
  <R> R call(Invocation<C, R> invocation, MethodCalls calls) throws Exception;

  /** Makes a call that takes or returns a stream. */
  <R> R stream(StreamInvocation<C, R> invocation, MethodCalls calls) throws Exception;

  /** An object in this process, called as it is. */
  record Local<C>(C implementation) implements Target<C> {
    @Override
    public Placement placement() {
      return Placement.LOCAL;
    }

    @Override
    public <R> R call(Invocation<C, R> invocation, MethodCalls calls) throws Exception {
      return invocation.invoke(implementation);
    }

    @Override
    public <R> R stream(StreamInvocation<C, R> invocation, MethodCalls calls) throws Exception {
      return invocation.invoke(implementation);
    }
  }

  /** An object in this process, called through bytes, as a process elsewhere would be. */
  record Copied<C>(Skeleton skeleton, WireLimits limits) implements Target<C> {
    @Override
    public Placement placement() {
      return Placement.LOCAL;
    }

    @Override
    public <R> R call(Invocation<C, R> invocation, MethodCalls calls) throws Exception {
      ProtoWriter writer = new ProtoWriter(limits);
      invocation.writeRequest(writer);
      byte[] request = writer.toByteArray();
      writer.reset();
      skeleton.invoke(invocation.method().index(), new ProtoReader(request, limits), writer);
      byte[] response = writer.toByteArray();
      calls.encoded(request.length + response.length);
      return invocation.readResponse(new ProtoReader(response, limits));
    }

    @Override
    public <R> R stream(StreamInvocation<C, R> invocation, MethodCalls calls) throws Exception {
      ProtoWriter writer = new ProtoWriter(limits);
      invocation.writeRequest(writer);
      byte[] request = writer.toByteArray();
      calls.encoded(request.length);
      writer.reset();
      Optional<OutgoingMessages> returned =
          skeleton.open(
              invocation.method().index(),
              new ProtoReader(request, limits),
              new CopiedMessages(invocation.requests(), limits, calls),
              writer);
      if (returned.isPresent()) {
        return invocation.responses(new CopiedMessages(returned.get(), limits, calls));
      }
      byte[] response = writer.toByteArray();
      calls.encoded(response.length);
      return invocation.readResponse(new ProtoReader(response, limits));
    }
  }

  /** An instance inside a sandbox of this process. */
  record Sandboxed<C>(SandboxedComponent guest, WireLimits limits) implements Target<C> {
    @Override
    public Placement placement() {
      return Placement.SANDBOXED;
    }

    @Override
    public <R> R call(Invocation<C, R> invocation, MethodCalls calls) throws Exception {
      byte[] request = EncodedInvocation.request(invocation, limits);
      byte[] response = guest.invoke(invocation.method().index(), request);
      calls.encoded(request.length + response.length);
      return EncodedInvocation.result(invocation, response, limits);
    }

    @Override
    public <R> R stream(StreamInvocation<C, R> invocation, MethodCalls calls) throws Exception {
      byte[] request = EncodedInvocation.request(invocation, limits);
      calls.encoded(request.length);
      return streamed(
          guest.open(invocation.method().index(), request, invocation.requests()),
          invocation,
          limits,
          calls);
    }
  }

  /** One of some replicas, or of all where {@code among} names none. */
  record Remote<C>(
      ComponentDescriptor<C> component, Replicas replicas, Set<String> among, WireLimits limits)
      implements Target<C> {
    @Override
    public Placement placement() {
      return Placement.REMOTE;
    }

    @Override
    public <R> R call(Invocation<C, R> invocation, MethodCalls calls) throws Exception {
      OutgoingCall call = outgoing(invocation, calls);
      byte[] response = replicas.call(call, destination(invocation));
      calls.encoded(call.request().length + response.length);
      return EncodedInvocation.result(invocation, response, limits);
    }

    @Override
    public <R> R stream(StreamInvocation<C, R> invocation, MethodCalls calls) throws Exception {
      OutgoingCall call = outgoing(invocation, calls);
      calls.encoded(call.request().length);
      return streamed(
          replicas.open(call, destination(invocation), invocation.requests()),
          invocation,
          limits,
          calls);
    }

    private Destination destination(Invocation<C, ?> invocation) {
      return new Destination(among, invocation.routingKey());
    }

    private OutgoingCall outgoing(Invocation<C, ?> invocation, MethodCalls calls) {
      return new OutgoingCall(
          calls.caller(),
          component,
          invocation.method(),
          EncodedInvocation.request(invocation, limits),
          RequestContext.current());
    }
  }

  private static <C, R> R streamed(
      GuestCall call, StreamInvocation<C, R> invocation, WireLimits limits, MethodCalls calls)
      throws Exception {
    Optional<byte[]> ended = call.response();
    if (ended.isEmpty()) return invocation.responses(new GuestResponses(call, limits, calls));
    byte[] response = ended.orElseThrow();
    calls.encoded(response.length);
    return invocation.readResponse(new ProtoReader(response, limits));
  }
}
