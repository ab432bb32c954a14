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

/** One unary call of a gRPC client. Its callbacks come on the event loop. */
final class PlainCall extends ServerCall.Listener<byte[]> implements Runnable {
  private final ServerCall<byte[], byte[]> call;
  private final Hosting hosting;
  private final ComponentDescriptor<?> component;
  private final MethodDescriptor method;
  private final WireLimits limits;
  private final PlainContext context;
  private byte @Nullable [] request;
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
    call.request(2);
  }

  @Override
  public void onMessage(byte[] message) {
    request = message;
  }

  @Override
  public void onHalfClose() {
    byte[] message = request;
    if (message == null) {
      close(Status.INVALID_ARGUMENT.withDescription("the request is missing"));
      return;
    }
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
    ServedCall running = served;
    if (running != null) running.cancel();
  }

  @Override
  public void run() {
    ServedCall taken = served;
    if (taken == null) return;
    try {
      byte[] response = taken.run();
      Thread.interrupted();
      answer(response, PlainStatus.of(response, component, method, limits));
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
