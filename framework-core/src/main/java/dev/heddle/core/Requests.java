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
    Attention raised = new Attention();
    context.onStop(raised::raise);
    if (context.stopped()) raised.raise();
    ScheduledFuture<?> expiry =
        timer.schedule(
            () -> context.stop(RequestContext.Stop.DEADLINE),
            context.remaining().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      return ScopedValue.where(RequestContext.CURRENT, context).call(() -> ending(context, body));
    } finally {
      expiry.cancel(false);
      raised.end();
    }
  }

  private static <R, E extends Exception> R ending(
      RequestContext context, ScopedValue.CallableOp<R, E> body) throws E {
    context.begin();
    try {
      return body.call();
    } finally {
      context.end();
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
    private boolean counted;
    private boolean ended;

    synchronized void raise() {
      if (ended || counted) return;
      counted = true;
      if (stopped.incrementAndGet() == 1) attention.run();
    }

    synchronized void end() {
      ended = true;
      if (counted && stopped.decrementAndGet() == 0) attention.run();
    }
  }
}
