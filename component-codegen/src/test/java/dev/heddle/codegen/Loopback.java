package dev.heddle.codegen;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;

/** An edge that carries each call as bytes to a skeleton, and keeps the bytes. */
final class Loopback implements Edge<Object> {
  final ComponentDescriptor<Object> descriptor;
  private final Skeleton skeleton;
  private final WireLimits limits;
  byte[] request = new byte[0];
  byte[] response = new byte[0];

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
}
