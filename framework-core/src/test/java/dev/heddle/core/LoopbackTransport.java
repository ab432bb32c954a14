package dev.heddle.core;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.OutgoingCall;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView;
import dev.heddle.core.remote.ReplicaView.State;
import dev.heddle.core.remote.ServedCall;
import dev.heddle.core.remote.Transport;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replicas in this process, each call on a thread of its own, which can be told to misbehave. */
final class LoopbackTransport implements Transport {
  final Map<String, Line> lines = new ConcurrentHashMap<>();

  /** The line to a replica. */
  Line line(String address) {
    return lines.computeIfAbsent(address, Line::new);
  }

  @Override
  public ReplicaConnection connect(ReplicaAddress address, ProcessIdentity caller) {
    return line(address.toString());
  }

  @Override
  public ReplicaServer listen(ReplicaAddress address, IncomingCalls calls) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  /** One replica and the way to it. */
  static final class Line implements ReplicaConnection {
    /** How many calls arrived. */
    final AtomicInteger arrived = new AtomicInteger();

    /** How often somebody looked at it. */
    final AtomicInteger looked = new AtomicInteger();

    /** How many of the next calls are lost when they have been made. */
    final AtomicInteger losing = new AtomicInteger();

    /** How many of the next calls are refused. */
    final AtomicInteger refusing = new AtomicInteger();

    volatile CallNotBegunException.Reason refusal = CallNotBegunException.Reason.OVERLOADED;

    private final String address;
    private volatile Optional<IncomingCalls> replica = Optional.empty();
    private volatile Runnable changed = () -> {};

    Line(String address) {
      this.address = address;
    }

    /** From now on calls arrive there. */
    void to(IncomingCalls calls) {
      replica = Optional.of(calls);
      changed.run();
    }

    /** From now on there is nobody. */
    void down() {
      replica = Optional.empty();
      changed.run();
    }

    @Override
    public ReplicaAddress address() {
      return ReplicaAddress.parse(address);
    }

    @Override
    public ReplicaView view() {
      looked.incrementAndGet();
      return replica
          .map(
              calls ->
                  new ReplicaView(
                      State.READY,
                      Optional.of(calls.identity()),
                      Stream.concat(calls.components().stream(), calls.capabilities().stream())
                          .map(each -> each.name())
                          .collect(Collectors.toSet()),
                      ""))
          .orElse(new ReplicaView(State.CONNECTING, Optional.empty(), Set.of(), "nobody listens"));
    }

    @Override
    public int outstanding() {
      return 0;
    }

    @Override
    public void onChange(Runnable told) {
      changed = told;
    }

    @Override
    public byte[] call(OutgoingCall call) {
      IncomingCalls calls =
          replica.orElseThrow(
              () ->
                  new CallNotBegunException(
                      CallNotBegunException.Reason.NOT_CONNECTED, "nobody listens"));
      if (refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new CallNotBegunException(refusal, "it has other things to do");
      }
      arrived.incrementAndGet();
      ServedCall served = calls.accept(incoming(call));
      FutureTask<byte[]> task = new FutureTask<>(served::run);
      Thread.ofVirtual().start(task);
      byte[] response = awaited(task, served, call);
      call.context().flatMap(RequestContext::trail).ifPresent(it -> it.addAll(served.trail()));
      if (losing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new CallLostException("somebody cut the line");
      }
      return response;
    }

    private static byte[] awaited(FutureTask<byte[]> task, ServedCall served, OutgoingCall call) {
      while (true) {
        try {
          return task.get(5, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException later) {
          if (call.context().filter(RequestContext::stopped).isEmpty()) continue;
          served.cancel();
          call.context().get().check(call.component().name(), call.method().name());
        } catch (Exception failure) {
          throw new IllegalStateException(failure);
        }
      }
    }

    private static IncomingCall incoming(OutgoingCall call) {
      return new IncomingCall(
          call.caller(),
          call.component(),
          call.method(),
          call.request(),
          call.context()
              .map(
                  context ->
                      new IncomingCall.Context(
                          context.caller(),
                          context.trace(),
                          context.remaining().toNanos(),
                          context.trail().isPresent(),
                          context.recordedCall())));
    }

    @Override
    public GuestCall open(OutgoingCall call, OutgoingMessages requests) {
      IncomingCalls calls = replica.orElseThrow();
      return calls
          .accept(incoming(call))
          .open(new CopiedMessages(requests, WireLimits.DEFAULT, figures(call)));
    }

    private static MethodCalls figures(OutgoingCall call) {
      return new MethodCalls(call.caller(), call.component().name(), call.method().name());
    }

    @Override
    public void close() {}
  }
}
