package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ServedCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call that a replica carries out on a virtual thread of its own. */
final class TunnelCall extends CallTable.Entry implements Runnable {
  private final ReplicaTunnel tunnel;
  private final String caller;
  private final ComponentDescriptor<?> component;
  private final MethodDescriptor method;
  private final Optional<IncomingCall.Context> context;
  private final @Nullable ElementFlow flow;
  private @Nullable Assembly incoming;
  private long announced;
  private volatile @Nullable ServedCall served;

  TunnelCall(
      ReplicaTunnel tunnel,
      String caller,
      ComponentDescriptor<?> component,
      MethodDescriptor method,
      Optional<IncomingCall.Context> context) {
    this.tunnel = tunnel;
    this.caller = caller;
    this.component = component;
    this.method = method;
    this.context = context;
    this.flow = method.streams() == MethodDescriptor.Streams.NONE ? null : new ElementFlow();
  }

  /** Notes a message that comes in chunks. */
  void incoming(Assembly message) {
    incoming = message;
    if (announced == 0) announced = System.nanoTime();
  }

  /** Notes that such a message is whole. */
  void whole() {
    incoming = null;
  }

  /** The message that comes in chunks, until it is whole. */
  @Nullable Assembly incoming() {
    return incoming;
  }

  /** Whether it was taken in. */
  boolean begun() {
    return served != null;
  }

  /** What the caller has to say of its elements; for the event loop. */
  ElementFlow flow() {
    ElementFlow elements = flow;
    if (elements == null) throw new MalformedMessageException("a call without streams");
    return elements;
  }

  /** The call with its request. */
  IncomingCall with(byte[] message) {
    Optional<IncomingCall.Context> left = announced == 0 ? context : context.map(this::since);
    incoming = null;
    return new IncomingCall(caller, component, method, message, left);
  }

  /** Begins what was taken in. */
  void start(ServedCall taken) {
    served = taken;
    Thread.startVirtualThread(this);
  }

  /** Says that nobody waits for the answer. */
  void cancel() {
    ServedCall taken = served;
    if (flow != null) flow.stop();
    if (taken != null) taken.cancel();
  }

  /** Sends the answer of a call that has ended. */
  void answer(byte[] response, ServedCall taken) {
    List<String> trail = taken.trail();
    // Whoever stopped the call may have interrupted this thread; what follows is no part of it.
    Thread.interrupted();
    tunnel.reply(this, response, trail);
  }

  private IncomingCall.Context since(IncomingCall.Context sent) {
    return new IncomingCall.Context(
        sent.requester(),
        sent.trace(),
        Math.max(0, sent.remainingNanos() - (System.nanoTime() - announced)),
        sent.trail(),
        sent.recordedCall());
  }

  @Override
  public void run() {
    ServedCall taken = served;
    if (taken == null) return;
    try {
      if (flow == null) answer(taken.run(), taken);
      else new ServedStream(tunnel, this, flow, component.name(), method.name()).run(taken);
    } catch (Throwable failure) {
      Thread.interrupted();
      tunnel.broken(this, failure);
    } finally {
      tunnel.ended();
    }
  }
}
