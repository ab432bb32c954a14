package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
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
  private @Nullable Assembly request;
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
  }

  /** Notes a request that comes in chunks. */
  void request(Assembly assembly) {
    request = assembly;
    announced = System.nanoTime();
  }

  /** The request that comes in chunks, until it is whole. */
  @Nullable Assembly request() {
    return request;
  }

  /** The call with its request. */
  IncomingCall incoming(byte[] message) {
    Optional<IncomingCall.Context> left = request == null ? context : context.map(this::since);
    request = null;
    return new IncomingCall(caller, component, method, message, left);
  }

  /** Begins what was taken in. */
  void start(ServedCall taken) {
    served = taken;
    Thread.ofVirtual().start(this);
  }

  /** Says that nobody waits for the answer. */
  void cancel() {
    ServedCall taken = served;
    if (taken != null) taken.cancel();
  }

  private IncomingCall.Context since(IncomingCall.Context sent) {
    return new IncomingCall.Context(
        sent.requester(),
        sent.trace(),
        Math.max(0, sent.remainingNanos() - (System.nanoTime() - announced)),
        sent.trail());
  }

  @Override
  public void run() {
    ServedCall taken = served;
    if (taken == null) return;
    try {
      byte[] response = taken.run();
      List<String> trail = taken.trail();
      // Whoever stopped the call may have interrupted this thread; what follows is no part of it.
      Thread.interrupted();
      tunnel.reply(this, response, trail);
    } catch (Throwable failure) {
      Thread.interrupted();
      tunnel.broken(this, failure);
    } finally {
      tunnel.ended();
    }
  }
}
