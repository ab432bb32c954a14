package dev.heddle.core;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A call on a virtual thread of its own, as it would have in another process: what is bound to the
 * caller's thread (a transaction, who is logged in) does not reach the callee; the request's
 * context does, and so does what stands beside log lines. The caller waits as long as it takes, and
 * hands an interrupt on.
 */
final class SeparateCall<R> implements Callable<R> {
  private final String name;
  private final Callable<R> body;

  SeparateCall(String name, Callable<R> body) {
    this.name = name;
    this.body = body;
  }

  @Override
  public R call() throws Exception {
    Callable<R> inner = RequestContext.current().map(this::within).orElse(body);
    FutureTask<R> task = new FutureTask<>(LogLines.here().beside(inner));
    Thread callee = Thread.ofVirtual().name(name).start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException handedOn) {
          interrupted = true;
          callee.interrupt();
        }
      }
    } catch (ExecutionException failed) {
      throw LimitedCall.unwrapped(failed);
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private Callable<R> within(RequestContext context) {
    return () -> ScopedValue.where(RequestContext.CURRENT, context).call(body::call);
  }
}
