package dev.heddle.core;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Looks at every edge ten times a second, and lets calls that come very often go uncounted until
 * shortly before it looks again.
 */
final class CallSampler implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final Duration WINDOW = Duration.ofMillis(2);

  private final Supplier<? extends Collection<RouterEdge<?>>> edges;
  private final Thread thread;
  private volatile boolean closed;

  CallSampler(Supplier<? extends Collection<RouterEdge<?>>> edges) {
    this.edges = edges;
    this.thread = Thread.ofPlatform().name("heddle-call-sampler").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(PERIOD.minus(WINDOW).toNanos());
      boolean sampled = false;
      for (RouterEdge<?> edge : edges.get()) sampled |= edge.countAll(System.nanoTime());
      if (sampled) LockSupport.parkNanos(WINDOW.toNanos());
      for (RouterEdge<?> edge : edges.get()) edge.countSome(System.nanoTime());
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
