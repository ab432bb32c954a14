package dev.heddle.backends;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to a server that end in time, whatever the server and its driver do. Each runs on a virtual
 * thread of its own: when the time is over that thread is interrupted, which closes the connection
 * it waits on. An interrupt of the caller neither ends a call nor harms its connection; it is seen
 * again afterwards.
 */
final class BoundedCalls {
  private final Duration timeout;

  BoundedCalls(Duration timeout) {
    this.timeout = timeout;
  }

  /** Runs {@code work}, whose failures arrive as they are. */
  <T> T call(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread worker = Thread.ofVirtual().name("heddle-backend-call").start(task);
    long end = System.nanoTime() + timeout.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (TimeoutException over) {
          worker.interrupt();
          throw new OverdueException(timeout);
        }
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Exception cause) throw cause;
      throw failure;
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  /** The time was over before the server had answered. */
  static final class OverdueException extends Exception {
    private static final long serialVersionUID = 1L;

    OverdueException(Duration timeout) {
      super("no answer within " + timeout.toMillis() + " ms");
    }
  }
}
