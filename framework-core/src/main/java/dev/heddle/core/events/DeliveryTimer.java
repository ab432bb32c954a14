package dev.heddle.core.events;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short actions later. */
interface DeliveryTimer extends AutoCloseable {

  /** Runs an action after a delay, unless what is returned is run before. */
  Runnable after(Duration delay, Runnable action);

  @Override
  void close();

  /** A timer with a thread of its own. */
  static DeliveryTimer system() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("heddle-events-timer").daemon().factory());
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.setRejectedExecutionHandler((action, stopped) -> {});
    return new DeliveryTimer() {
      @Override
      public Runnable after(Duration delay, Runnable action) {
        ScheduledFuture<?> scheduled =
            thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
      }

      @Override
      public void close() {
        thread.shutdownNow();
      }
    };
  }
}
