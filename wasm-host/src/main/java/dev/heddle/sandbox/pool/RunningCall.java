package dev.heddle.sandbox.pool;

import dev.heddle.core.RequestContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance runs, and on which thread. One thread runs it, another may stop it; the state
 * says who is at it, so that an interrupt never reaches a thread that has gone on to something
 * else.
 *
 * <p>The state is the number of the call, times four, plus a phase: running, being stopped, stopped
 * or idle.
 */
final class RunningCall {
  /** Why a call was stopped from outside. */
  enum Stop {
    WALL_CLOCK,
    REQUEST,
    /** Somebody else interrupted the thread. */
    INTERRUPT
  }

  private static final long IDLE = 0;
  private static final long RUNNING = 1;
  private static final long STOPPING = 2;
  private static final long STOPPED = 3;
  private static final long PHASES = 4;

  private final Runnable guest;
  private final AtomicLong state = new AtomicLong(IDLE);

  // Written before the state is, and believed only while that has not changed.
  private Thread thread = Thread.currentThread();
  private Optional<RequestContext> context = Optional.empty();
  private @Nullable Stop reason;

  /** What the watchdog last saw, and since when; only for the watchdog. */
  private long seen;

  private long seenSince;

  /**
   * For one instance.
   *
   * @param guest makes the guest's code end soon, on whatever thread that runs
   */
  RunningCall(Runnable guest) {
    this.guest = guest;
  }

  /** Begins a call on this thread. */
  void begin() {
    thread = Thread.currentThread();
    context = RequestContext.current();
    reason = null;
    state.setRelease(number(state.getPlain()) + PHASES | RUNNING);
  }

  /** Ends it, and tells why it was stopped if it was; the thread is then not interrupted for it. */
  Optional<Stop> end() {
    long current = state.getPlain();
    if ((current & PHASES - 1) == RUNNING && state.compareAndSet(current, number(current))) {
      return Optional.empty();
    }
    while (true) {
      current = state.get();
      if ((current & PHASES - 1) == STOPPED && state.compareAndSet(current, number(current))) break;
      Thread.onSpinWait();
    }
    if (reason != Stop.INTERRUPT) Thread.interrupted();
    return Optional.ofNullable(reason);
  }

  private static long number(long state) {
    return state & -PHASES;
  }

  /** Stops the call if it has run for too long, or is of no more use. For the watchdog only. */
  void watch(long now, long wallClockNanos) {
    long current = state.get();
    if ((current & PHASES - 1) == IDLE) return;
    if (number(current) != seen) {
      seen = number(current);
      seenSince = now;
    }
    if (context.isPresent() && context.get().stopped()) {
      stop(current, Stop.REQUEST);
    } else if (now - seenSince > wallClockNanos) {
      stop(current, Stop.WALL_CLOCK);
    } else if (reason == Stop.INTERRUPT || reason == null && thread.isInterrupted()) {
      stop(current, Stop.INTERRUPT);
    }
  }

  /**
   * Ends the guest's code, and interrupts what the guest called: again each time, for that may have
   * swallowed the first.
   */
  private void stop(long current, Stop why) {
    if (!state.compareAndSet(current, number(current) | STOPPING)) return;
    if (reason == null) reason = why;
    guest.run();
    if (reason != Stop.INTERRUPT) thread.interrupt();
    state.set(number(current) | STOPPED);
  }
}
