package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;

/**
 * A call whose caller has the request message and wants the response message: one that comes out of
 * a sandbox. What the callee throws is inside the response.
 */
final class EncodedInvocation<C> implements Invocation<C, byte[]> {
  private final ComponentDescriptor<C> callee;
  private final MethodDescriptor method;
  private final byte[] request;
  private final WireLimits limits;

  EncodedInvocation(
      ComponentDescriptor<C> callee, MethodDescriptor method, byte[] request, WireLimits limits) {
    this.callee = callee;
    this.method = method;
    this.request = request;
    this.limits = limits;
  }

  /** The request message of any call. */
  static byte[] request(Invocation<?, ?> invocation, WireLimits limits) {
    if (invocation instanceof EncodedInvocation<?> encoded) return encoded.request;
    ProtoWriter writer = new ProtoWriter(limits);
    invocation.writeRequest(writer);
    return writer.toByteArray();
  }

  /** What any call makes of its response message. */
  @SuppressWarnings("unchecked") // the result of such a call is the message itself
  static <R> R result(Invocation<?, R> invocation, byte[] response, WireLimits limits)
      throws Exception {
    if (invocation instanceof EncodedInvocation<?>) return (R) response;
    return invocation.readResponse(new ProtoReader(response, limits));
  }

  /** Whether the result of any call is a response message that tells of an exception. */
  static boolean failed(Invocation<?, ?> invocation, Object result, WireLimits limits) {
    return invocation instanceof EncodedInvocation<?> && failed((byte[]) result, limits);
  }

  /** Whether a response message tells of an exception: its result, if any, is field 1. */
  static boolean failed(byte[] response, WireLimits limits) {
    return ProtoReader.field(new ProtoReader(response, limits).tag()) > 1;
  }

  @Override
  public MethodDescriptor method() {
    return method;
  }

  @Override
  public byte[] invoke(C implementation) {
    ProtoWriter response = new ProtoWriter(limits);
    callee
        .skeleton(implementation)
        .invoke(method.index(), new ProtoReader(request, limits), response);
    return response.toByteArray();
  }

  @Override
  public void writeRequest(ProtoWriter writer) {
    writer.encoded(request);
  }

  @Override
  public byte[] readResponse(ProtoReader response) {
    return response.rest();
  }

  @Override
  public boolean declares(Throwable failure) {
    return false;
  }
}
