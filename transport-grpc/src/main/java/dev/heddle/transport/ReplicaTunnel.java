package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ObjLongConsumer;

/**
 * The replica's side of one stream. Answers come from any thread, the rest from the event loop.
 * What breaks the protocol's rules is thrown as a {@link MalformedMessageException}.
 */
final class ReplicaTunnel {
  private static final byte[] NOTHING = {};
  private static final long NO_CALL = 0;

  private final Hosting hosting;
  private final Outbox outbox;
  private final WireLimits limits;
  private final int longest;
  private final CallTable<TunnelCall> calls = new CallTable<>();
  private final List<Edge> edges = new ArrayList<>();
  private int assembling;

  private record Edge(String caller, Optional<ComponentDescriptor<?>> component, String name) {}

  /**
   * A tunnel.
   *
   * @param limits bounds of requests and responses
   */
  ReplicaTunnel(Hosting hosting, Executor loop, Outbox.Line line, WireLimits limits) {
    this.hosting = hosting;
    this.outbox = new Outbox(loop, line);
    this.limits = limits;
    this.longest = limits.messageBytes();
  }

  Outbox outbox() {
    return outbox;
  }

  /** Answers a caller's greeting. */
  void welcome() {
    if (!outbox.enter()) return;
    outbox.frames().welcome(hosting.calls().identity(), hosting.names(), hosting.state());
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
      case FrameKind.NEXT, FrameKind.END -> flow(kind, in);
      case FrameKind.ELEMENT -> element(in);
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

  /** Bounds of requests and responses. */
  WireLimits limits() {
    return limits;
  }

  /** Says something small of a call that is still open. */
  void say(TunnelCall call, ObjLongConsumer<FrameWriter> frame) {
    if (calls.get(call.id()) != call || !outbox.enter()) return;
    frame.accept(outbox.frames(), call.id());
    outbox.leave();
  }

  /** Sends an element of a call's stream, once those before it are on their way. */
  void element(TunnelCall call, byte[] message) {
    if (!enter(call.id(), message)) return;
    try {
      if (calls.get(call.id()) != call) return;
      outbox.frames().element(call.id(), message);
      if (message.length > TunnelLimits.WHOLE_BYTES) outbox.transfer(call.id(), message);
    } finally {
      outbox.leave();
    }
  }

  /** Says that a call's stream is over. */
  void complete(TunnelCall call, List<String> trail) {
    if (!enter(call.id(), NOTHING)) return;
    try {
      if (calls.remove(call)) outbox.frames().end(call.id(), trail);
    } finally {
      outbox.leave();
    }
  }

  /** Sends an answer, unless nobody waits for it. */
  void reply(TunnelCall call, byte[] response, List<String> trail) {
    // Its place is free before the caller can know.
    if (!calls.remove(call) || !enter(NO_CALL, response)) return;
    try {
      outbox.frames().reply(call.id(), response, trail);
      if (response.length > TunnelLimits.WHOLE_BYTES) outbox.transfer(call.id(), response);
    } finally {
      outbox.leave();
    }
  }

  /** Says that a call ended without an answer. */
  void broken(TunnelCall call, Throwable failure) {
    if (!calls.remove(call) || !enter(NO_CALL, NOTHING)) return;
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

  private boolean enter(long after, byte[] payload) {
    while (true) {
      try {
        return outbox.enter(after, payload, Long.MAX_VALUE);
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
    edges.add(new Edge(edge.caller(), hosting.named(edge.component()), edge.component()));
  }

  private void call(FrameReader in) {
    CallFrame frame = CallFrame.read(in, longest);
    if (frame.edge() == 0 || frame.edge() > edges.size()) {
      throw new MalformedMessageException("a call along an edge " + frame.edge());
    }
    Edge edge = edges.get(frame.edge() - 1);
    if (edge.component().isEmpty()) {
      String words = edge.name() + " is not offered here";
      hosting.calls().refused(Refusal.NOT_HOSTED, words);
      refuse(frame.id(), Reason.NOT_HOSTED, words);
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
    call.incoming(new Assembly(total));
  }

  private void begin(TunnelCall call, byte[] request) {
    try {
      if (calls.size() > TunnelLimits.CALLS) {
        String words = calls.size() + " calls of one process";
        hosting.calls().refused(Refusal.OVERLOADED, words);
        throw new CallNotBegunException(Reason.OVERLOADED, words);
      }
      call.start(hosting.accept(call.with(request)));
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
    Assembly message = call.incoming();
    if (message == null) throw new MalformedMessageException("a chunk of nothing");
    if (!ChunkFrame.read(in, message, id, outbox)) return;
    assembling--;
    if (call.begun()) {
      call.whole();
      call.flow().arrive(message.message());
    } else {
      begin(call, message.message());
    }
  }

  private void element(FrameReader in) {
    ReplyFrame element = ReplyFrame.read(in, longest);
    TunnelCall call = calls.get(element.id());
    if (call == null) return;
    if (!call.begun() || call.incoming() != null) {
      throw new MalformedMessageException("an element out of turn");
    }
    if (element.total() == 0) call.flow().arrive(element.response());
    else assemble(call, element.total());
  }

  private void flow(int kind, FrameReader in) {
    NumberedFrame frame = NumberedFrame.read(in);
    TunnelCall call = calls.get(frame.id());
    if (call == null) return;
    if (kind == FrameKind.NEXT) call.flow().demand(frame.number());
    else call.flow().complete();
  }

  private void cancel(long id) {
    TunnelCall call = calls.get(id);
    if (call != null && calls.remove(call)) {
      if (call.incoming() != null) assembling--;
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
