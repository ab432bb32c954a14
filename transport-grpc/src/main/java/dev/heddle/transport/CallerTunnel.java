package dev.heddle.transport;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.RequestContext;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.OutgoingCall;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The caller's side of one stream, once the replica has welcomed it. Calls come from any thread,
 * the rest from the event loop.
 */
final class CallerTunnel {
  private static final byte[] NOTHING = {};

  private final String replica;
  private final LendingEventLoop loop;
  private final Outbox outbox;
  private final TunnelEdges edges = new TunnelEdges();
  private final CallTable<OpenCall> calls = new CallTable<>();
  private final WireLimits limits;
  private final IntSupplier waiting = this::outstanding;
  private final int longest;

  /**
   * A tunnel.
   *
   * @param replica where it leads, in words
   * @param limits bounds of requests and responses
   */
  CallerTunnel(String replica, LendingEventLoop loop, Outbox.Line line, WireLimits limits) {
    this.replica = replica;
    this.loop = loop;
    this.outbox = new Outbox(loop, line);
    this.limits = limits;
    this.longest = limits.messageBytes();
    loop.add(waiting);
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
    if (begin(pending)) send(pending);
    if (call.context().isPresent()) ticker.wake();
    OpenCall.Outcome outcome = pending.await();
    if (outcome == null) {
      stop(pending, new OpenCall.Failed(interrupted(call)));
      outcome = pending.await();
    }
    return switch (outcome) {
      case OpenCall.Answered answered -> answered.response();
      case OpenCall.Failed failed -> throw failed.failure();
      case OpenCall.Stopped stopped -> throw stopped(call);
      case null -> throw interrupted(call);
    };
  }

  /** Makes a call with streams, and waits on this thread until the replica has returned. */
  GuestCall open(OutgoingCall call, OutgoingMessages requests, Ticker ticker) {
    PendingStream stream = new PendingStream(this, call, requests, limits);
    if (begin(stream)) loop.execute(outbox);
    if (call.context().isPresent()) ticker.wake();
    stream.open();
    return stream;
  }

  /** Asks for elements. */
  void next(long id, int count) {
    if (!outbox.enter()) return;
    outbox.frames().next(id, count);
    outbox.leave();
  }

  /** Sends an element, once those before it are on their way. */
  void element(OpenCall call, byte[] message) throws InterruptedException {
    if (!outbox.enter(call.id(), message, patience(call.call()))) return;
    try {
      if (calls.get(call.id()) != call) return;
      outbox.frames().element(call.id(), message);
      if (message.length > TunnelLimits.WHOLE_BYTES) outbox.transfer(call.id(), message);
    } finally {
      outbox.leave();
    }
  }

  /** Says that there are no more elements. */
  void complete(OpenCall call) throws InterruptedException {
    if (!outbox.enter(call.id(), NOTHING, patience(call.call()))) return;
    outbox.frames().end(call.id(), List.of());
    outbox.leave();
  }

  /** Ends calls whose requests were stopped. */
  void tick() {
    calls.forEach(
        pending -> {
          if (pending.stopped()) stop(pending, new OpenCall.Stopped());
        });
  }

  /** Takes a frame that has to do with a call. */
  void take(int kind, FrameReader in) {
    switch (kind) {
      case FrameKind.REPLY, FrameKind.ELEMENT -> message(in);
      case FrameKind.CHUNK -> chunk(in);
      case FrameKind.CREDIT -> credit(in);
      case FrameKind.REFUSED -> refused(in);
      case FrameKind.BROKEN -> broken(in);
      case FrameKind.OPENED, FrameKind.NEXT, FrameKind.CANCEL -> flow(kind, in);
      case FrameKind.END -> complete(in);
      default -> throw new MalformedMessageException("a replica sends no frame of kind " + kind);
    }
  }

  /** Ends all calls, for the stream has ended. */
  void end(String why) {
    loop.remove(waiting);
    long unsent = outbox.close();
    calls.forEach(pending -> end(pending, ended(pending, unsent, why)));
  }

  private OpenCall.Failed ended(OpenCall pending, long unsent, String why) {
    String message = "the connection to replica " + replica + " ended: " + why;
    return new OpenCall.Failed(
        pending.round() >= unsent
            ? new CallNotBegunException(Reason.NOT_CONNECTED, message)
            : new CallLostException(message));
  }

  /** Tells whether this thread has to have the outbox sent. */
  private boolean begin(OpenCall pending) {
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
    } catch (RuntimeException | Error failed) {
      outbox.leave();
      throw failed;
    }
    return outbox.leaveUnsent();
  }

  private void send(PendingCall pending) {
    try {
      if (!loop.lead(outbox, pending)) loop.execute(outbox);
    } catch (RuntimeException | Error failed) {
      loop.execute(outbox);
      stop(pending, new OpenCall.Stopped());
      throw failed;
    }
  }

  private boolean enter(OutgoingCall call) {
    try {
      return outbox.enter(call.request(), patience(call));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw interrupted(call);
    }
  }

  private static long patience(OutgoingCall call) {
    return call.context().map(it -> it.remaining().toNanos()).orElse(Long.MAX_VALUE);
  }

  private RuntimeException notEntered(OutgoingCall call) {
    if (outbox.closed()) {
      return new CallNotBegunException(
          Reason.NOT_CONNECTED, "there is no connection to replica " + replica);
    }
    return stopped(call);
  }

  /** Ends a call that nobody waits for any longer, and tells the replica. */
  void stop(OpenCall pending, OpenCall.Outcome outcome) {
    if (!outbox.enter()) return;
    boolean open;
    try {
      open = calls.remove(pending);
      if (open) {
        // Told before its place is given to another call.
        outbox.frames().cancel(pending.id());
        outbox.stop(pending.id());
      }
    } finally {
      outbox.leave();
    }
    if (open) pending.end(outcome);
  }

  private void end(OpenCall pending, OpenCall.Outcome outcome) {
    // Whoever takes it out ends it; before, so that it does not count when its thread goes on.
    if (calls.remove(pending)) pending.end(outcome);
  }

  private void message(FrameReader in) {
    ReplyFrame frame = ReplyFrame.read(in, longest);
    OpenCall pending = calls.get(frame.id());
    if (pending == null) return;
    pending.trail(frame.trail());
    if (pending.incoming() != null) {
      throw new MalformedMessageException("a second message of call " + frame.id());
    }
    if (frame.total() > 0) pending.incoming(new Assembly(frame.total()));
    else arrived(pending, frame.response());
  }

  private void arrived(OpenCall pending, byte[] message) {
    if (pending.answered()) {
      if (!calls.remove(pending)) return;
      loop.answered();
    }
    pending.arrived(message);
  }

  private void chunk(FrameReader in) {
    long id = ChunkFrame.id(in);
    OpenCall pending = calls.get(id);
    if (pending == null) {
      ChunkFrame.skip(in);
      return;
    }
    Assembly message = pending.incoming();
    if (message == null) throw new MalformedMessageException("a chunk of nothing");
    if (!ChunkFrame.read(in, message, id, outbox)) return;
    pending.incoming(null);
    arrived(pending, message.message());
  }

  private void complete(FrameReader in) {
    ReplyFrame end = ReplyFrame.read(in, longest);
    if (!(calls.get(end.id()) instanceof PendingStream stream)) return;
    stream.trail(end.trail());
    calls.remove(stream);
    stream.flow().complete();
  }

  private void flow(int kind, FrameReader in) {
    NumberedFrame frame = NumberedFrame.read(in);
    if (!(calls.get(frame.id()) instanceof PendingStream stream)) return;
    switch (kind) {
      case FrameKind.OPENED -> stream.flow().open();
      case FrameKind.NEXT -> stream.flow().demand(frame.number());
      default -> stream.flow().unwanted();
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
    OpenCall pending = calls.get(id);
    if (pending == null) return;
    if (outbox.enter()) {
      outbox.stop(id);
      outbox.leave();
    }
    end(pending, new OpenCall.Failed(failure));
  }

  static RuntimeException stopped(OutgoingCall call) {
    Optional<RequestContext> context = call.context();
    context.ifPresent(it -> it.check(call.component().name(), call.method().name()));
    return interrupted(call);
  }

  private static ComponentCancelledException interrupted(OutgoingCall call) {
    return new ComponentCancelledException(
        call.component().name(), call.method().name(), "the calling thread was interrupted");
  }
}
