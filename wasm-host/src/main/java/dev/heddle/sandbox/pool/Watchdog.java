package dev.heddle.sandbox.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that looks at all instances from time to time, and stops calls that have run for too
 * long: so that a call costs no timer, and no look at the clock.
 */
public final class Watchdog implements AutoCloseable {
  private static final long TICK_NANOS = 5_000_000;

  private final Set<InstancePool> pools = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;

  /** Starts the thread, which does not keep the process alive. */
  public Watchdog() {
    thread = Thread.ofPlatform().daemon().name("heddle-sandbox-watchdog").unstarted(this::run);
    thread.start();
  }

  void watch(InstancePool pool) {
    pools.add(pool);
  }

  void forget(InstancePool pool) {
    pools.remove(pool);
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(TICK_NANOS);
      long now = System.nanoTime();
      for (InstancePool pool : pools) pool.watch(now);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
