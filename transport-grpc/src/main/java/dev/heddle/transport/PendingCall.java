package dev.heddle.transport;

import dev.heddle.core.remote.OutgoingCall;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A call whose thread waits for its end, and asks whether it is there. */
final class PendingCall extends OpenCall implements BooleanSupplier {
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

  /** Whether it has ended. */
  @Override
  public boolean getAsBoolean() {
    return outcome != null;
  }

  @Override
  void end(Outcome how) {
    if (!OUTCOME.compareAndSet(this, null, how)) return;
    if (thread != Thread.currentThread()) LockSupport.unpark(thread);
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
