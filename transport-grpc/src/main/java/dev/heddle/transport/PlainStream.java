package dev.heddle.transport;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.ServedCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.Optional;

/** The streams of one call of a gRPC client, as the component sees them, on the call's thread. */
final class PlainStream implements IncomingMessages {
  private final ServerCall<byte[], byte[]> call;
  private final ElementFlow flow;
  private final ComponentDescriptor<?> component;
  private final MethodDescriptor method;
  private final WireLimits limits;
  private boolean closed;
  private boolean answering;

  PlainStream(
      ServerCall<byte[], byte[]> call,
      ElementFlow flow,
      ComponentDescriptor<?> component,
      MethodDescriptor method,
      WireLimits limits) {
    this.call = call;
    this.flow = flow;
    this.component = component;
    this.method = method;
    this.limits = limits;
  }

  /** Carries the call out, to the end of its stream, and tells with what status it ended. */
  Status run(ServedCall taken) {
    GuestCall result = taken.open(this);
    Optional<byte[]> response = result.response();
    if (response.isPresent()) return answer(response.get());
    while (ready()) {
      Optional<byte[]> element = result.next();
      if (element.isEmpty()) return Status.OK;
      Status status = answer(element.get());
      if (!status.isOk()) {
        result.close();
        return status;
      }
    }
    result.close();
    return Status.CANCELLED;
  }

  @Override
  public Optional<ProtoReader> read() {
    if (closed) return Optional.empty();
    int ask = flow.ask();
    if (ask > 0) call.request(ask);
    try {
      return switch (flow.await(false, true, false)) {
        case ARRIVED -> Optional.of(new ProtoReader(flow.take(), limits));
        case STOPPED -> throw cancelled();
        default -> Optional.empty();
      };
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private Status answer(byte[] message) {
    Status status = PlainStatus.of(message, component, method, limits);
    if (!status.isOk()) return status;
    if (!answering) call.sendHeaders(new Metadata());
    answering = true;
    call.sendMessage(message);
    return status;
  }

  /** Waits until the network takes more, and tells whether the call goes on. */
  private boolean ready() {
    try {
      while (!call.isCancelled()) {
        if (call.isReady()) return true;
        if (flow.await(false, false, true) == ElementFlow.Turn.STOPPED) return false;
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private ComponentCancelledException cancelled() {
    return new ComponentCancelledException(
        component.name(), method.name(), "nobody waits for the call");
  }
}
