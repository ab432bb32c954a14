package dev.heddle.core;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The virtual thread on which the callee of one call with streams runs, a step at a time: first the
 * method, then each value of what it returned. While a step runs its caller waits, and answers what
 * the callee asks of it, so that either side's code only ever runs on that side's thread.
 */
final class CalleeThread {
  private final String component;
  private final String method;
  private final Optional<Duration> limit;
  private final StreamDeadline deadline;
  private final BlockingQueue<FutureTask<?>> toCallee = new LinkedBlockingQueue<>();
  private final BlockingQueue<FutureTask<?>> toCaller = new LinkedBlockingQueue<>();
  private final FutureTask<?> farewell = new FutureTask<>(() -> null);
  private final Runnable atEnd;
  private volatile boolean left;
  private volatile @Nullable Thread thread;

  /**
   * A thread that is yet to start.
   *
   * @param limit the component's own deadline, which also interrupts
   * @param atEnd what the callee does last, whatever happens
   */
  CalleeThread(
      String component,
      String method,
      Optional<Duration> limit,
      StreamDeadline deadline,
      Runnable atEnd) {
    this.component = component;
    this.method = method;
    this.limit = limit;
    this.deadline = deadline;
    this.atEnd = atEnd;
  }

  void start(Requests requests) {
    LogLines lines = LogLines.here();
    thread =
        Thread.ofVirtual()
            .name(component + "." + method)
            .start(
                () -> {
                  lines.adopt();
                  live(requests);
                });
  }

  private void live(Requests requests) {
    Optional<RequestContext> context = deadline.context();
    if (context.isEmpty()) serve();
    else if (limit.isPresent()) requests.run(context.get(), this::served);
    else ScopedValue.where(RequestContext.CURRENT, context.get()).run(this::serve);
  }

  private boolean served() {
    serve();
    return true;
  }

  private void serve() {
    try {
      while (!left) {
        FutureTask<?> step = awaited();
        if (step == null || step == farewell) return;
        // An interrupt that came late was meant for the step before.
        Thread.interrupted();
        if (left) return;
        step.run();
      }
    } finally {
      left = true;
      atEnd.run();
      toCaller.add(farewell);
    }
  }

  /** The next step; nothing when nobody will ask before the deadline. */
  private @Nullable FutureTask<?> awaited() {
    while (!left) {
      try {
        return toCallee.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException late) {
        // Between two steps there is nothing to interrupt.
      }
    }
    return null;
  }

  /** Runs a step on the callee's thread, and waits for it. On the caller's side. */
  <R> R run(Callable<R> body) throws Exception {
    FutureTask<R> step =
        new FutureTask<>(body) {
          @Override
          protected void done() {
            toCaller.add(this);
          }
        };
    toCallee.add(step);
    answerUntil(step);
    try {
      return step.get();
    } catch (ExecutionException failed) {
      throw LimitedCall.unwrapped(failed);
    }
  }

  /** Has the callee do what it does last, and waits for that. On the caller's side. */
  void finish() {
    if (left || thread == null) return;
    toCallee.add(farewell);
    try {
      answerUntil(farewell);
    } catch (ComponentException late) {
      // Then it does so by itself, interrupted.
    }
  }

  private void answerUntil(FutureTask<?> awaited) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          FutureTask<?> event = event();
          if (event == awaited) return;
          if (event == farewell) throw gone();
          event.run();
        } catch (InterruptedException signal) {
          interrupted = true;
          interrupted();
        }
      }
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private FutureTask<?> event() throws InterruptedException {
    if (limit.isEmpty()) return toCaller.take();
    FutureTask<?> event = toCaller.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    if (event != null) return event;
    deadline.context().ifPresent(context -> context.stop(RequestContext.Stop.DEADLINE));
    leave();
    throw new ComponentTimeoutException(
        component, method, "no answer within " + deadline.allowed().toMillis() + " ms");
  }

  private void interrupted() {
    if (limit.isPresent()) {
      deadline.context().ifPresent(RequestContext::cancel);
      leave();
      throw new ComponentCancelledException(component, method, "the caller was interrupted");
    }
    interrupt();
  }

  private ComponentException gone() {
    deadline.check();
    return new ComponentCancelledException(component, method, "the stream was closed");
  }

  /** Has the caller's thread run something while it waits for a step. On the callee's side. */
  <R> R ask(Callable<R> body) throws Exception {
    FutureTask<R> question = new FutureTask<>(body);
    toCaller.add(question);
    if (left) question.cancel(false);
    try {
      return question.get();
    } catch (ExecutionException failed) {
      throw LimitedCall.unwrapped(failed);
    } catch (CancellationException gone) {
      throw new ComponentCancelledException(component, method, "nobody waits for the call");
    } catch (InterruptedException interrupted) {
      question.cancel(false);
      Thread.currentThread().interrupt();
      throw new ComponentCancelledException(component, method, "the callee was interrupted");
    }
  }

  /** Whether the callee is on its own, or has ended. */
  boolean left() {
    return left;
  }

  /** Waits for the callee no longer, and interrupts it. */
  void leave() {
    left = true;
    List<FutureTask<?>> unanswered = new ArrayList<>();
    toCaller.drainTo(unanswered);
    unanswered.forEach(question -> question.cancel(false));
    toCaller.add(farewell);
    toCallee.add(farewell);
    interrupt();
  }

  private void interrupt() {
    Thread callee = thread;
    if (callee != null) callee.interrupt();
  }
}
