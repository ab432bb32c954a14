package dev.heddle.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs requests, each within its {@link RequestContext}, and watches their deadlines.
 *
 * <p>A direct local call reads no context: that alone would cost more than the call. So when a
 * request's deadline passes or it is cancelled while it still runs, every stub is told to leave the
 * direct path until that request has ended; on the other path each call checks its context.
 */
public final class Requests implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Duration deadline;
  private final boolean trails;
  private final Runnable attention;
  private final AtomicInteger stopped = new AtomicInteger();
  private final ScheduledThreadPoolExecutor timer;
  private final RequestSampler sampler;

  /**
   * @param attention told when {@link #anyStopped} changes
   * @param detour told when {@link #detour} does
   */
  Requests(Duration deadline, boolean trails, Runnable attention, Runnable detour) {
    this.deadline = deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST;
    this.trails = trails;
    this.attention = attention;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("heddle-deadlines").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
    this.sampler = new RequestSampler(System::nanoTime, timer, detour);
  }

  /**
   * Has the calls of a few requests recorded: at most one request a second, of those that enter
   * with a name. While such a request runs, for 50 ms at most, no call takes the direct path.
   *
   * @param whom told of each request that had calls, when it has ended, on its thread
   */
  public void recordSome(Consumer<RequestSample> whom) {
    sampler.tell(whom);
  }

  /** Has no more requests recorded. */
  public void recordNone() {
    sampler.tell(null);
  }

  /** Chooses requests to be recorded. */
  RequestSampler sampler() {
    return sampler;
  }

  /** A context for a request that enters now, with the configured deadline. */
  public RequestContext enter(String caller, TraceContext trace) {
    return enter(caller, trace, deadline, Optional.empty());
  }

  /**
   * The same for a request that may be recorded.
   *
   * @param name what is asked for: {@code GET /cart}
   */
  public RequestContext enter(String caller, TraceContext trace, Supplier<String> name) {
    return enter(caller, trace, deadline, sampler.entering(trace, name));
  }

  /** The same, with a deadline of its own, at most a day. */
  RequestContext enter(String caller, TraceContext trace, Duration allowed, Supplier<String> name) {
    return enter(caller, trace, allowed, sampler.entering(trace, name));
  }

  private RequestContext enter(
      String caller, TraceContext trace, Duration allowed, Optional<CallRecording> recording) {
    return RequestContext.entering(
        caller,
        trace,
        trails ? Optional.of(new Trail()) : Optional.empty(),
        allowed.compareTo(LONGEST) < 0 ? allowed : LONGEST,
        recording);
  }

  /**
   * Runs {@code body} within {@code context} on this thread. Streams that it opens and does not
   * close are closed after it.
   *
   * @throws E what the body throws
   */
  public <R, E extends Exception> R run(RequestContext context, ScopedValue.CallableOp<R, E> body)
      throws E {
    return run(context, Optional.empty(), body);
  }

  /**
   * The same for a request that came from another process and has this thread to itself: the thread
   * is interrupted when the request is stopped.
   */
  <R, E extends Exception> R serve(RequestContext context, ScopedValue.CallableOp<R, E> body)
      throws E {
    return run(context, Optional.of(Thread.currentThread()), body);
  }

  private <R, E extends Exception> R run(
      RequestContext context, Optional<Thread> own, ScopedValue.CallableOp<R, E> body) throws E {
    Part part = new Part(context, own);
    boolean failed = true;
    try {
      R result = part.step(body);
      failed = false;
      return result;
    } finally {
      part.end();
      if (failed) context.failed();
      context.left();
    }
  }

  /** Begins what is served in several steps on this thread, as {@link #serve} does in one. */
  Part begin(RequestContext context) {
    return new Part(context, Optional.of(Thread.currentThread()));
  }

  /** What one thread does for a request. */
  final class Part {
    private final RequestContext context;
    private final Attention raised;
    private final ScheduledFuture<?> expiry;

    private Part(RequestContext context, Optional<Thread> own) {
      this.context = context;
      raised = new Attention(own);
      context.onStop(raised::raise);
      if (context.stopped()) raised.raise();
      expiry =
          timer.schedule(
              () -> context.stop(RequestContext.Stop.DEADLINE),
              context.remaining().toNanos(),
              TimeUnit.NANOSECONDS);
      context.begin();
    }

    <R, E extends Exception> R step(ScopedValue.CallableOp<R, E> body) throws E {
      return ScopedValue.where(RequestContext.CURRENT, context).call(body);
    }

    /** Closes the streams that were opened for it, within its context. */
    void end() {
      try {
        ScopedValue.where(RequestContext.CURRENT, context).run(context::end);
      } finally {
        expiry.cancel(false);
        raised.end();
      }
    }
  }

  /** Whether calls are to be recorded that would take the direct path. */
  boolean detour() {
    return sampler.detour();
  }

  /** Whether some request runs on though it was stopped. */
  boolean anyStopped() {
    return stopped.get() > 0;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One request's part in {@link #stopped}: counted at most once, and never after its end. */
  private final class Attention {
    private final Optional<Thread> interrupted;
    private boolean counted;
    private boolean ended;

    Attention(Optional<Thread> interrupted) {
      this.interrupted = interrupted;
    }

    synchronized void raise() {
      if (ended || counted) return;
      counted = true;
      interrupted.ifPresent(Thread::interrupt);
      if (stopped.incrementAndGet() == 1) attention.run();
    }

    synchronized void end() {
      ended = true;
      if (counted && stopped.decrementAndGet() == 0) attention.run();
    }
  }
}
