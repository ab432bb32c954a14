package dev.heddle.transport;

import dev.heddle.core.remote.OutgoingCall;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call whose thread waits for its end. */
final class PendingCall extends CallTable.Entry {
  private static final AtomicReferenceFieldUpdater<PendingCall, @Nullable Outcome> OUTCOME =
      AtomicReferenceFieldUpdater.newUpdater(PendingCall.class, Outcome.class, "outcome");

  /** How a call ended. */
  sealed interface Outcome {}

  /** With an answer. */
  record Answered(byte[] response) implements Outcome {}

  /** Without one, for the reason that its thread throws. */
  record Failed(RuntimeException failure) implements Outcome {}

  /** Because its request was stopped. */
  record Stopped() implements Outcome {}

  private final OutgoingCall call;
  private final Thread thread = Thread.currentThread();
  private volatile @Nullable Outcome outcome;
  private long round;
  private @Nullable Assembly response;

  /** A call of this thread. */
  PendingCall(OutgoingCall call) {
    this.call = call;
  }

  OutgoingCall call() {
    return call;
  }

  /** The round of the outbox that its request leaves with. */
  long round() {
    return round;
  }

  void round(long number) {
    round = number;
  }

  /** Notes a response that comes in chunks. */
  void response(Assembly assembly) {
    response = assembly;
  }

  /** The response that comes in chunks, if it does. */
  @Nullable Assembly response() {
    return response;
  }

  /** Waits on the call's own thread until it has ended, or that thread is interrupted. */
  @Nullable Outcome await() {
    Outcome ended = outcome;
    while (ended == null && !thread.isInterrupted()) {
      LockSupport.park(this);
      ended = outcome;
    }
    return ended;
  }

  /** Ends it, and tells whether it had not ended before. */
  boolean end(Outcome how) {
    if (!OUTCOME.compareAndSet(this, null, how)) return false;
    LockSupport.unpark(thread);
    return true;
  }

  /** Adds the calls that were made behind this one to the request's trail. */
  void trail(List<String> lines) {
    if (lines.isEmpty()) return;
    call.context()
        .flatMap(context -> context.trail())
        .ifPresent(trail -> lines.forEach(trail::add));
  }

  /** Whether its request was stopped. */
  boolean stopped() {
    return call.context().isPresent() && call.context().get().stopped();
  }
}
