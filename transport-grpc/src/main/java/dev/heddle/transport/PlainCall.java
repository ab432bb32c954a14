package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.ServedCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** One call of a gRPC client. Its callbacks come on the event loop. */
final class PlainCall extends ServerCall.Listener<byte[]> implements Runnable {
  private final ServerCall<byte[], byte[]> call;
  private final Hosting hosting;
  private final ComponentDescriptor<?> component;
  private final MethodDescriptor method;
  private final WireLimits limits;
  private final PlainContext context;
  private final ElementFlow flow = new ElementFlow();
  private byte @Nullable [] request;
  private boolean surplus;
  private volatile @Nullable ServedCall served;

  PlainCall(
      ServerCall<byte[], byte[]> call,
      Hosting hosting,
      ComponentDescriptor<?> component,
      MethodDescriptor method,
      WireLimits limits,
      PlainContext context) {
    this.call = call;
    this.hosting = hosting;
    this.component = component;
    this.method = method;
    this.limits = limits;
    this.context = context;
    // Of a stream only the first, which holds the other arguments; the rest as they are read.
    call.request(method.streams().taken() ? 1 : 2);
  }

  @Override
  public void onMessage(byte[] message) {
    if (request == null) {
      request = message;
      if (method.streams().taken()) begin(message);
    } else if (method.streams().taken()) {
      flow.arrive(message);
    } else {
      surplus = true;
    }
  }

  @Override
  public void onHalfClose() {
    byte[] message = request;
    if (message == null) {
      close(Status.INVALID_ARGUMENT.withDescription("the request is missing"));
    } else if (surplus) {
      close(Status.INVALID_ARGUMENT.withDescription("more than one request"));
    } else if (method.streams().taken()) {
      flow.complete();
    } else {
      begin(message);
    }
  }

  @Override
  public void onReady() {
    flow.demand(1);
  }

  private void begin(byte[] message) {
    try {
      served = hosting.accept(context.call(component, method, message));
    } catch (CallNotBegunException refused) {
      close(PlainStatus.of(refused));
      return;
    } catch (RuntimeException failure) {
      close(PlainStatus.of(failure));
      return;
    }
    Thread.ofVirtual().start(this);
  }

  @Override
  public void onCancel() {
    flow.stop();
    ServedCall running = served;
    if (running != null) running.cancel();
  }

  @Override
  public void run() {
    ServedCall taken = served;
    if (taken == null) return;
    try {
      if (method.streams() == MethodDescriptor.Streams.NONE) {
        byte[] response = taken.run();
        answer(response, PlainStatus.of(response, component, method, limits));
      } else {
        close(new PlainStream(call, flow, component, method, limits).run(taken));
      }
    } catch (Throwable failure) {
      Thread.interrupted();
      close(PlainStatus.of(failure));
    } finally {
      hosting.ended();
    }
  }

  private void answer(byte[] response, Status status) {
    if (status.isOk()) {
      call.sendHeaders(new Metadata());
      call.sendMessage(response);
    }
    close(status);
  }

  private void close(Status status) {
    call.close(status, new Metadata());
  }
}
