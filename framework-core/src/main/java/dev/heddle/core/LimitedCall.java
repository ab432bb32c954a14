package dev.heddle.core;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call whose caller waits no longer than a limit. It runs on a virtual thread of its own, which
 * is interrupted when the limit passes; whatever it calls from then on is refused.
 */
final class LimitedCall<R> implements Callable<R> {
  private final Requests requests;
  private final String component;
  private final String method;
  private final Duration limit;
  private final Callable<R> body;

  LimitedCall(
      Requests requests, String component, String method, Duration limit, Callable<R> body) {
    this.requests = requests;
    this.component = component;
    this.method = method;
    this.limit = limit;
    this.body = body;
  }

  @Override
  public R call() throws Exception {
    Optional<RequestContext> inner = RequestContext.current().map(outer -> outer.within(limit));
    FutureTask<R> task =
        new FutureTask<>(LogLines.here().beside(inner.isPresent() ? within(inner.get()) : body));
    Thread.ofVirtual().name(component + "." + method).start(task);
    Duration allowed = inner.map(RequestContext::remaining).orElse(limit);
    try {
      return task.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw unwrapped(failed);
    } catch (TimeoutException late) {
      inner.ifPresent(context -> context.stop(RequestContext.Stop.DEADLINE));
      task.cancel(true);
      throw new ComponentTimeoutException(
          component, method, "no answer within " + allowed.toMillis() + " ms");
    } catch (InterruptedException interrupted) {
      inner.ifPresent(RequestContext::cancel);
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new ComponentCancelledException(component, method, "the caller was interrupted");
    }
  }

  private Callable<R> within(RequestContext context) {
    return () -> requests.run(context, body::call);
  }

  /** What a task failed with. */
  static Exception unwrapped(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Exception exception -> exception;
      case Error error -> throw error;
      case null, default -> failed;
    };
  }
}
