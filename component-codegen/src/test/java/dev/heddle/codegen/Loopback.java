package dev.heddle.codegen;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An edge that carries each call as bytes to a skeleton, and keeps the bytes. */
final class Loopback implements Edge<Object> {
  final ComponentDescriptor<Object> descriptor;
  private final Skeleton skeleton;
  private final WireLimits limits;
  byte[] request = new byte[0];
  byte[] response = new byte[0];
  final List<byte[]> requests = new ArrayList<>();
  final List<byte[]> responses = new ArrayList<>();

  Loopback(ComponentDescriptor<Object> descriptor, Object implementation, WireLimits limits) {
    this.descriptor = descriptor;
    this.skeleton = descriptor.skeleton(implementation);
    this.limits = limits;
  }

  /** The generated descriptor of a compiled component interface. */
  @SuppressWarnings("unchecked")
  static ComponentDescriptor<Object> descriptor(ClassLoader classes, String name) {
    try {
      return (ComponentDescriptor<Object>) classes.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new AssertionError(failure);
    }
  }

  Object stub() {
    return descriptor.stub(this);
  }

  byte[] serve(int method, byte[] message) {
    ProtoWriter out = new ProtoWriter(limits);
    skeleton.invoke(method, new ProtoReader(message, limits), out);
    return out.toByteArray();
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    return new CallCounter(descriptor.name(), method.name(), nanos -> {});
  }

  @Override
  public <R> R call(Invocation<Object, R> invocation) throws Exception {
    ProtoWriter out = new ProtoWriter(limits);
    invocation.writeRequest(out);
    request = out.toByteArray();
    response = serve(invocation.method().index(), request);
    return invocation.readResponse(new ProtoReader(response, limits));
  }

  @Override
  public <R> R stream(StreamInvocation<Object, R> invocation) throws Exception {
    ProtoWriter out = new ProtoWriter(limits);
    invocation.writeRequest(out);
    request = out.toByteArray();
    requests.clear();
    responses.clear();
    ProtoWriter ended = new ProtoWriter(limits);
    Optional<OutgoingMessages> returned =
        skeleton.open(
            invocation.method().index(),
            new ProtoReader(request, limits),
            new Carried(invocation.requests(), limits, requests),
            ended);
    if (returned.isPresent()) {
      return invocation.responses(new Carried(returned.get(), limits, responses));
    }
    response = ended.toByteArray();
    return invocation.readResponse(new ProtoReader(response, limits));
  }

  /** Messages on their way from one side to the other, kept. */
  private record Carried(OutgoingMessages messages, WireLimits limits, List<byte[]> kept)
      implements IncomingMessages {
    @Override
    public Optional<ProtoReader> read() {
      ProtoWriter out = new ProtoWriter(limits);
      if (!messages.write(out)) return Optional.empty();
      kept.add(out.toByteArray());
      return Optional.of(new ProtoReader(kept.getLast(), limits));
    }

    @Override
    public void close() {
      messages.close();
    }
  }
}
