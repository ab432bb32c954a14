package dev.heddle.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * Ctrl-C, SIGTERM and SIGHUP: they stop the child that is under way, and this process ends after
 * it. A child that does not end within the grace, or a second signal, is killed.
 *
 * <p>Safe for use by several threads: signals arrive on threads of their own.
 */
final class StopSignal {
  /** A terminal's Ctrl-C reaches the child too, which may end before this process hears of it. */
  private static final Duration ARRIVAL = Duration.ofMillis(500);

  private final Duration grace;
  private final CountDownLatch requested = new CountDownLatch(1);
  private @Nullable Process child;

  StopSignal(Duration grace) {
    this.grace = grace;
  }

  /** Listens from now on, instead of ending this process at once. */
  void listen() {
    for (String name : List.of("INT", "TERM", "HUP")) {
      Signal.handle(new Signal(name), signal -> request());
    }
  }

  synchronized void request() {
    boolean again = requested();
    requested.countDown();
    if (child == null) return;
    if (again) child.toHandle().destroyForcibly();
    else stop(child);
  }

  boolean requested() {
    return requested.getCount() == 0;
  }

  /** Stops this child, too, when this process is told to, or already was. */
  synchronized void watch(Process process) {
    child = process;
    if (requested()) stop(process);
  }

  /** Whether a child that has just ended did so because it was told to. */
  boolean explainsTheEnd() throws InterruptedException {
    return requested.await(ARRIVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks a child to end, and sees to it that it does. */
  void stop(Process process) {
    // Not the process itself, which would close the streams that its last words come through.
    ProcessHandle handle = process.toHandle();
    handle.destroy();
    CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS)
        .execute(handle::destroyForcibly);
  }
}
