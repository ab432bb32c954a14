package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The replica's side of one stream. Answers come from any thread, the rest from the event loop.
 * What breaks the protocol's rules is thrown as a {@link MalformedMessageException}.
 */
final class ReplicaTunnel {
  private static final byte[] NOTHING = {};

  private final Hosting hosting;
  private final Outbox outbox;
  private final int longest;
  private final CallTable<TunnelCall> calls = new CallTable<>();
  private final List<Edge> edges = new ArrayList<>();
  private int assembling;

  private record Edge(String caller, Optional<ComponentDescriptor<?>> component, String name) {}

  /**
   * A tunnel.
   *
   * @param longest bytes of the longest request that is taken
   */
  ReplicaTunnel(Hosting hosting, Executor loop, Outbox.Line line, int longest) {
    this.hosting = hosting;
    this.outbox = new Outbox(loop, line);
    this.longest = longest;
  }

  Outbox outbox() {
    return outbox;
  }

  /** Answers a caller's greeting. */
  void welcome() {
    if (!outbox.enter()) return;
    List<String> names =
        hosting.calls().components().stream().map(ComponentDescriptor::name).toList();
    outbox.frames().welcome(hosting.calls().identity(), names, hosting.state());
    outbox.leave();
  }

  /** Tells the caller whether calls are taken. */
  void tell(ServerState state) {
    if (!outbox.enter()) return;
    outbox.frames().state(state);
    outbox.leave();
  }

  /** Takes a frame after the greeting. */
  void take(int kind, FrameReader in) {
    switch (kind) {
      case FrameKind.CALL -> call(in);
      case FrameKind.CHUNK -> chunk(in);
      case FrameKind.CANCEL -> cancel(NumberedFrame.read(in).id());
      case FrameKind.CREDIT -> credit(in);
      case FrameKind.EDGE -> edge(in);
      default -> throw new MalformedMessageException("a caller sends no frame of kind " + kind);
    }
  }

  /** Cancels all calls, for the stream has ended. */
  void end() {
    outbox.close();
    calls.forEach(
        call -> {
          if (calls.remove(call)) call.cancel();
        });
  }

  /** Sends an answer, unless nobody waits for it. */
  void reply(TunnelCall call, byte[] response, List<String> trail) {
    // Its place is free before the caller can know.
    if (!calls.remove(call) || !enter(response)) return;
    try {
      outbox.frames().reply(call.id(), response, trail);
      if (response.length > TunnelLimits.WHOLE_BYTES) outbox.transfer(call.id(), response);
    } finally {
      outbox.leave();
    }
  }

  /** Says that a call ended without an answer. */
  void broken(TunnelCall call, Throwable failure) {
    if (!calls.remove(call) || !enter(NOTHING)) return;
    try {
      outbox
          .frames()
          .broken(
              call.id(),
              "replica " + hosting.calls().identity().process() + " has no answer: " + failure);
    } finally {
      outbox.leave();
    }
  }

  /** Notes that the thread of a call is done. */
  void ended() {
    hosting.ended();
  }

  private boolean enter(byte[] payload) {
    while (true) {
      try {
        return outbox.enter(payload, Long.MAX_VALUE);
      } catch (InterruptedException late) {
        // It was meant for the call, which has ended.
      }
    }
  }

  private void edge(FrameReader in) {
    EdgeFrame edge = EdgeFrame.read(in);
    if (edge.id() != edges.size() + 1 || edge.id() > TunnelLimits.EDGES) {
      throw new MalformedMessageException("an edge " + edge.id() + " after " + edges.size());
    }
    edges.add(new Edge(edge.caller(), hosting.component(edge.component()), edge.component()));
  }

  private void call(FrameReader in) {
    CallFrame frame = CallFrame.read(in, longest);
    if (frame.edge() == 0 || frame.edge() > edges.size()) {
      throw new MalformedMessageException("a call along an edge " + frame.edge());
    }
    Edge edge = edges.get(frame.edge() - 1);
    if (edge.component().isEmpty()) {
      refuse(frame.id(), Reason.NOT_HOSTED, "component " + edge.name() + " is not hosted here");
      return;
    }
    ComponentDescriptor<?> component = edge.component().get();
    TunnelCall call =
        new TunnelCall(this, edge.caller(), component, method(component, frame), frame.context());
    if (!calls.add(frame.id(), call)) {
      throw new MalformedMessageException("a call with the id " + frame.id() + " again");
    }
    if (frame.total() == 0) begin(call, frame.request());
    else assemble(call, frame.total());
  }

  private static MethodDescriptor method(ComponentDescriptor<?> component, CallFrame frame) {
    if (frame.method() < component.methods().size()) return component.methods().get(frame.method());
    throw new MalformedMessageException(
        "component " + component.name() + " has no method " + frame.method());
  }

  private void assemble(TunnelCall call, int total) {
    if (++assembling > TunnelLimits.TRANSFERS) {
      throw new MalformedMessageException(
          "more than " + TunnelLimits.TRANSFERS + " requests in chunks at a time");
    }
    call.request(new Assembly(total));
  }

  private void begin(TunnelCall call, byte[] request) {
    try {
      if (calls.size() > TunnelLimits.CALLS) {
        throw new CallNotBegunException(Reason.OVERLOADED, calls.size() + " calls of one process");
      }
      call.start(hosting.accept(call.incoming(request)));
    } catch (CallNotBegunException refused) {
      calls.remove(call);
      refuse(call.id(), refused.reason(), String.valueOf(refused.getMessage()));
    } catch (RuntimeException failure) {
      broken(call, failure);
    }
  }

  private void refuse(long id, Reason reason, String message) {
    if (!outbox.enter()) return;
    outbox.frames().refused(id, RefusedFrame.number(reason), message);
    outbox.leave();
  }

  private void chunk(FrameReader in) {
    long id = ChunkFrame.id(in);
    TunnelCall call = calls.get(id);
    if (call == null) {
      ChunkFrame.skip(in);
      return;
    }
    Assembly request = call.request();
    if (request == null) throw new MalformedMessageException("a chunk of nothing");
    if (!ChunkFrame.read(in, request, id, outbox)) return;
    assembling--;
    begin(call, request.message());
  }

  private void cancel(long id) {
    TunnelCall call = calls.get(id);
    if (call != null && calls.remove(call)) {
      if (call.request() != null) assembling--;
      call.cancel();
    }
    if (outbox.enter()) {
      outbox.stop(id);
      outbox.leave();
    }
  }

  private void credit(FrameReader in) {
    NumberedFrame credit = NumberedFrame.read(in);
    outbox.credit(credit.id(), credit.number());
  }
}
