package dev.heddle.transport;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.core.remote.ServedCall;
import java.util.Optional;

/** A call with streams that a replica carries out, on its own thread. */
final class ServedStream implements IncomingMessages {
  private final ReplicaTunnel tunnel;
  private final TunnelCall call;
  private final ElementFlow flow;
  private final String component;
  private final String method;
  private boolean closed;

  ServedStream(
      ReplicaTunnel tunnel, TunnelCall call, ElementFlow flow, String component, String method) {
    this.tunnel = tunnel;
    this.call = call;
    this.flow = flow;
    this.component = component;
    this.method = method;
  }

  /** Carries the call out, to the end of its stream. */
  void run(ServedCall taken) {
    GuestCall result = taken.open(this);
    Optional<byte[]> response = result.response();
    if (response.isPresent()) {
      call.answer(response.get(), taken);
      return;
    }
    tunnel.say(call, FrameWriter::opened);
    while (demanded()) {
      Optional<byte[]> element = result.next();
      if (element.isEmpty()) {
        tunnel.complete(call, taken.trail());
        return;
      }
      tunnel.element(call, element.get());
    }
    result.close();
  }

  @Override
  public Optional<ProtoReader> read() {
    if (closed) return Optional.empty();
    int ask = flow.ask();
    if (ask > 0) tunnel.say(call, (frames, id) -> frames.next(id, ask));
    try {
      return switch (flow.await(false, true, false)) {
        case ARRIVED -> Optional.of(new ProtoReader(flow.take(), tunnel.limits()));
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
    if (closed) return;
    closed = true;
    if (!flow.completed()) tunnel.say(call, FrameWriter::cancel);
  }

  private boolean demanded() {
    try {
      return flow.await(false, false, true) == ElementFlow.Turn.DEMANDED;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ComponentCancelledException cancelled() {
    return new ComponentCancelledException(component, method, "nobody waits for the call");
  }
}
