package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;

/** The way out of a sandbox to another component: through the host, as bytes. */
final class GuestEdge<C> implements Edge<C> {
  private final GuestHost host;
  private final int target;
  private final String component;

  GuestEdge(GuestHost host, int target, String component) {
    this.host = host;
    this.target = target;
    this.component = component;
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    // Never counts: no stub inside a sandbox is bound to an implementation. The host counts.
    return new CallCounter(component, method.name(), nanos -> {});
  }

  @Override
  public <R> R call(Invocation<C, R> invocation) throws Exception {
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    invocation.writeRequest(request);
    byte[] response = host.call(target, invocation.method().index(), request.toByteArray());
    return invocation.readResponse(new ProtoReader(response, WireLimits.DEFAULT));
  }

  @Override
  public <R> R stream(StreamInvocation<C, R> invocation) throws Exception {
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    invocation.writeRequest(request);
    GuestCall call =
        host.open(
            target, invocation.method().index(), request.toByteArray(), invocation.requests());
    Optional<byte[]> response = call.response();
    return response.isPresent()
        ? invocation.readResponse(new ProtoReader(response.get(), WireLimits.DEFAULT))
        : invocation.responses(new GuestMessages(call::next, call::close));
  }
}
