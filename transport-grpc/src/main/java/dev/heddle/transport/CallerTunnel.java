package dev.heddle.transport;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.core.RequestContext;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.OutgoingCall;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The caller's side of one stream, once the replica has welcomed it. Calls come from any thread,
 * the rest from the event loop.
 */
final class CallerTunnel {
  private final String replica;
  private final Outbox outbox;
  private final TunnelEdges edges = new TunnelEdges();
  private final CallTable<PendingCall> calls = new CallTable<>();
  private final int longest;

  /**
   * A tunnel.
   *
   * @param replica where it leads, in words
   * @param longest bytes of the longest response that is taken
   */
  CallerTunnel(String replica, Executor loop, Outbox.Line line, int longest) {
    this.replica = replica;
    this.outbox = new Outbox(loop, line);
    this.longest = longest;
  }

  Outbox outbox() {
    return outbox;
  }

  /** How many calls wait. */
  int outstanding() {
    return calls.size();
  }

  /** Makes a call on this thread. */
  byte[] call(OutgoingCall call, Ticker ticker) {
    PendingCall pending = new PendingCall(call);
    begin(pending);
    if (call.context().isPresent()) ticker.wake();
    PendingCall.Outcome outcome = pending.await();
    if (outcome == null) {
      stop(pending, new PendingCall.Failed(interrupted(call)));
      outcome = pending.await();
    }
    return switch (outcome) {
      case PendingCall.Answered answered -> answered.response();
      case PendingCall.Failed failed -> throw failed.failure();
      case PendingCall.Stopped stopped -> throw stopped(call);
      case null -> throw interrupted(call);
    };
  }

  /** Ends calls whose requests were stopped. */
  void tick() {
    calls.forEach(
        pending -> {
          if (pending.stopped()) stop(pending, new PendingCall.Stopped());
        });
  }

  /** Takes a frame that has to do with a call. */
  void take(int kind, FrameReader in) {
    switch (kind) {
      case FrameKind.REPLY -> reply(in);
      case FrameKind.CHUNK -> chunk(in);
      case FrameKind.CREDIT -> credit(in);
      case FrameKind.REFUSED -> refused(in);
      case FrameKind.BROKEN -> broken(in);
      default -> throw new MalformedMessageException("a replica sends no frame of kind " + kind);
    }
  }

  /** Ends all calls, for the stream has ended. */
  void end(String why) {
    long unsent = outbox.close();
    calls.forEach(pending -> end(pending, ended(pending, unsent, why)));
  }

  private PendingCall.Failed ended(PendingCall pending, long unsent, String why) {
    String message = "the connection to replica " + replica + " ended: " + why;
    return new PendingCall.Failed(
        pending.round() >= unsent
            ? new CallNotBegunException(Reason.NOT_CONNECTED, message)
            : new CallLostException(message));
  }

  private void begin(PendingCall pending) {
    OutgoingCall call = pending.call();
    TunnelEdges.Edge edge = edges.edge(call.caller(), call.component().name());
    if (Thread.currentThread().isInterrupted()) throw interrupted(call);
    if (!enter(call)) throw notEntered(call);
    try {
      if (calls.size() >= TunnelLimits.CALLS) {
        throw new CallNotBegunException(
            Reason.OVERLOADED, calls.size() + " calls wait for replica " + replica);
      }
      FrameWriter frames = outbox.frames();
      edges.announce(edge, frames);
      pending.round(outbox.round());
      calls.add(pending);
      byte[] request = call.request();
      frames.call(pending.id(), edge.id(), call.method().index(), request, call.context());
      if (request.length > TunnelLimits.WHOLE_BYTES) outbox.transfer(pending.id(), request);
    } finally {
      outbox.leave();
    }
  }

  private boolean enter(OutgoingCall call) {
    long nanos = call.context().map(it -> it.remaining().toNanos()).orElse(Long.MAX_VALUE);
    try {
      return outbox.enter(call.request(), nanos);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw interrupted(call);
    }
  }

  private RuntimeException notEntered(OutgoingCall call) {
    if (outbox.closed()) {
      return new CallNotBegunException(
          Reason.NOT_CONNECTED, "there is no connection to replica " + replica);
    }
    return stopped(call);
  }

  /** Ends a call that nobody waits for any longer, and tells the replica. */
  private void stop(PendingCall pending, PendingCall.Outcome outcome) {
    if (!pending.end(outcome) || !outbox.enter()) return;
    try {
      // Told before its place is given to another call.
      outbox.frames().cancel(pending.id());
      outbox.stop(pending.id());
      calls.remove(pending);
    } finally {
      outbox.leave();
    }
  }

  private void end(PendingCall pending, PendingCall.Outcome outcome) {
    calls.remove(pending);
    pending.end(outcome);
  }

  private void reply(FrameReader in) {
    ReplyFrame reply = ReplyFrame.read(in, longest);
    PendingCall pending = calls.get(reply.id());
    if (pending == null) return;
    pending.trail(reply.trail());
    if (reply.total() == 0) end(pending, new PendingCall.Answered(reply.response()));
    else if (pending.response() == null) pending.response(new Assembly(reply.total()));
    else throw new MalformedMessageException("a second reply to call " + reply.id());
  }

  private void chunk(FrameReader in) {
    long id = ChunkFrame.id(in);
    PendingCall pending = calls.get(id);
    Assembly response = pending == null ? null : pending.response();
    if (pending == null) ChunkFrame.skip(in);
    else if (response == null) throw new MalformedMessageException("a chunk of nothing");
    else if (ChunkFrame.read(in, response, id, outbox)) {
      end(pending, new PendingCall.Answered(response.message()));
    }
  }

  private void credit(FrameReader in) {
    NumberedFrame credit = NumberedFrame.read(in);
    outbox.credit(credit.id(), credit.number());
  }

  private void refused(FrameReader in) {
    RefusedFrame refused = RefusedFrame.read(in);
    fail(refused.id(), new CallNotBegunException(refused.reason(), refused.message()));
  }

  private void broken(FrameReader in) {
    RefusedFrame broken = RefusedFrame.readBroken(in);
    fail(broken.id(), new CallLostException(broken.message()));
  }

  private void fail(long id, RuntimeException failure) {
    PendingCall pending = calls.get(id);
    if (pending == null) return;
    if (outbox.enter()) {
      outbox.stop(id);
      outbox.leave();
    }
    end(pending, new PendingCall.Failed(failure));
  }

  private static RuntimeException stopped(OutgoingCall call) {
    Optional<RequestContext> context = call.context();
    context.ifPresent(it -> it.check(call.component().name(), call.method().name()));
    return interrupted(call);
  }

  private static ComponentCancelledException interrupted(OutgoingCall call) {
    return new ComponentCancelledException(
        call.component().name(), call.method().name(), "the calling thread was interrupted");
  }
}
