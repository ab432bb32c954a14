package dev.heddle.transport;

import dev.heddle.core.remote.OutgoingCall;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call whose thread waits for its end. */
final class PendingCall extends OpenCall {
  private static final AtomicReferenceFieldUpdater<PendingCall, @Nullable Outcome> OUTCOME =
      AtomicReferenceFieldUpdater.newUpdater(PendingCall.class, Outcome.class, "outcome");

  private final Thread thread = Thread.currentThread();
  private volatile @Nullable Outcome outcome;

  /** A call of this thread. */
  PendingCall(OutgoingCall call) {
    super(call);
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

  @Override
  void end(Outcome how) {
    if (OUTCOME.compareAndSet(this, null, how)) LockSupport.unpark(thread);
  }

  @Override
  boolean answered() {
    return true;
  }

  @Override
  void arrived(byte[] message) {
    end(new Answered(message));
  }
}
