package dev.heddle.benchmarks.remote;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The caller's end: whoever calls waits, and is woken by the thread that reads. */
final class SocketEdge implements Edge<Shop>, AutoCloseable {
  private final FrameSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();

  SocketEdge(FrameSocket socket) {
    this.socket = socket;
    socket.receive(
        (call, method, response) ->
            Objects.requireNonNull(waiting.remove(call), "an answer to no call").wake(response));
  }

  @Override
  public CallCounter counter(MethodDescriptor method) {
    return new CallCounter("Shop", method.name(), nanos -> {});
  }

  @Override
  public <R> R call(Invocation<Shop, R> invocation) throws Exception {
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    invocation.writeRequest(request);
    int call = calls.incrementAndGet();
    Waiting caller = new Waiting(Thread.currentThread());
    waiting.put(call, caller);
    socket.send(call, invocation.method().index(), request.toByteArray());
    return invocation.readResponse(new ProtoReader(caller.await(), WireLimits.DEFAULT));
  }

  @Override
  public <R> R stream(StreamInvocation<Shop, R> invocation) {
    throw new UnsupportedOperationException("the shop has no streams");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static final class Waiting {
    private final Thread caller;
    private volatile byte @Nullable [] response;

    Waiting(Thread caller) {
      this.caller = caller;
    }

    byte[] await() {
      byte[] arrived = response;
      while (arrived == null) {
        LockSupport.park(this);
        arrived = response;
      }
      return arrived;
    }

    void wake(byte[] arrived) {
      response = arrived;
      LockSupport.unpark(caller);
    }
  }
}
