package dev.heddle.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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

  Requests(Duration deadline, boolean trails, Runnable attention) {
    this.deadline = deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST;
    this.trails = trails;
    this.attention = attention;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("heddle-deadlines").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** A context for a request that enters now, with the configured deadline. */
  public RequestContext enter(String caller, TraceContext trace) {
    return enter(caller, trace, deadline);
  }

  /** A context for a request that enters now, with a deadline of its own, at most a day. */
  RequestContext enter(String caller, TraceContext trace, Duration allowed) {
    return RequestContext.entering(
        caller,
        trace,
        trails ? Optional.of(new Trail()) : Optional.empty(),
        allowed.compareTo(LONGEST) < 0 ? allowed : LONGEST);
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
    try {
      return part.step(body);
    } finally {
      part.end();
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
