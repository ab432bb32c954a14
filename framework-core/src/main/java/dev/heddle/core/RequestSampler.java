package dev.heddle.core;

import dev.heddle.core.remote.IncomingCall;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses requests whose calls are recorded: at most one a second, and none unless somebody wants
 * to know. Safe for use by many threads.
 *
 * <p>A direct local call looks at no request, so nobody could record it: while a recorded request
 * runs, all stubs make a detour. That lasts 50 ms at most for one request, and 1 % of the time for
 * all; calls that a request makes directly after that are missing from what is recorded.
 */
final class RequestSampler {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE_WITHOUT_CALLS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LONGEST_DETOUR = TimeUnit.MILLISECONDS.toNanos(50);

  private final LongSupplier clock;
  private final ScheduledExecutorService timer;
  private final Runnable attention;
  private final AtomicLong next;
  private final DetourBudget budget;
  private volatile int detours;
  private volatile @Nullable Consumer<RequestSample> listener;

  /**
   * A sampler that nobody listens to yet.
   *
   * @param clock in nanoseconds
   * @param timer ends detours that have lasted too long
   * @param attention told when {@link #detour} changes
   */
  RequestSampler(LongSupplier clock, ScheduledExecutorService timer, Runnable attention) {
    this.clock = clock;
    this.timer = timer;
    this.attention = attention;
    long now = clock.getAsLong();
    this.next = new AtomicLong(now);
    this.budget = new DetourBudget(now);
  }

  /** Tells somebody of the requests that are recorded from now on; nobody, if that is null. */
  void tell(@Nullable Consumer<RequestSample> whom) {
    listener = whom;
  }

  /** Whether stubs are to make a detour now. */
  boolean detour() {
    return detours > 0;
  }

  /**
   * Asked of every request that enters.
   *
   * @param name what is asked for; looked at only if the request is chosen
   */
  Optional<CallRecording> entering(TraceContext trace, Supplier<String> name) {
    Consumer<RequestSample> whom = listener;
    if (whom == null) return Optional.empty();
    long now = clock.getAsLong();
    long due = next.get();
    if (now - due < 0 || !affordable(now)) return Optional.empty();
    long pause = now + PAUSE;
    if (!next.compareAndSet(due, pause)) return Optional.empty();
    Runnable straight = detour(now);
    return Optional.of(
        new CallRecording(
            trace.traceId(),
            0,
            name.get(),
            sample -> {
              straight.run();
              if (sample.calls().isEmpty()) {
                // What has no calls has nothing to show: another one soon, instead.
                long soon = clock.getAsLong() + PAUSE_WITHOUT_CALLS;
                if (soon - pause < 0) next.compareAndSet(pause, soon);
              } else {
                whom.accept(sample);
              }
            }));
  }

  /** A call of another process: recorded if its request is. */
  Optional<CallRecording> serving(IncomingCall.Context call) {
    Consumer<RequestSample> whom = listener;
    if (whom == null || call.recordedCall() == 0) return Optional.empty();
    long now = clock.getAsLong();
    Runnable straight = affordable(now) ? detour(now) : () -> {};
    return Optional.of(
        new CallRecording(
            call.trace().traceId(),
            call.recordedCall(),
            "",
            sample -> {
              straight.run();
              if (!sample.calls().isEmpty()) whom.accept(sample);
            }));
  }

  private synchronized boolean affordable(long now) {
    return budget.any(now);
  }

  /**
   * Begins a detour.
   *
   * @return ends it, unless it has ended
   */
  private Runnable detour(long begun) {
    count(1);
    AtomicBoolean over = new AtomicBoolean();
    Runnable end =
        () -> {
          if (!over.compareAndSet(false, true)) return;
          synchronized (this) {
            budget.used(clock.getAsLong() - begun);
          }
          count(-1);
        };
    var late = timer.schedule(end, LONGEST_DETOUR, TimeUnit.NANOSECONDS);
    return () -> {
      late.cancel(false);
      end.run();
    };
  }

  private void count(int change) {
    boolean changed;
    synchronized (this) {
      boolean before = detours > 0;
      detours += change;
      changed = before != detours > 0;
    }
    if (changed) attention.run();
  }
}
