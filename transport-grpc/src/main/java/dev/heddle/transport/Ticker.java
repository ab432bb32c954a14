package dev.heddle.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at waiting calls every few milliseconds, for those whose requests were stopped: one thread
 * for all, in place of a timer for each. It sleeps while no call waits.
 */
final class Ticker implements AutoCloseable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int PATIENCE = 40;

  private final Set<TunnelConnection> connections = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean closed;

  Ticker() {
    thread = Thread.ofPlatform().name("heddle-calls-ticker").daemon().start(this::run);
  }

  void add(TunnelConnection connection) {
    connections.add(connection);
  }

  void remove(TunnelConnection connection) {
    connections.remove(connection);
  }

  /** To be called after a call was added to those that wait. */
  void wake() {
    if (asleep) LockSupport.unpark(thread);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    int idle = 0;
    while (!closed) {
      idle = tick() ? 0 : idle + 1;
      if (idle > PATIENCE) sleep();
      else LockSupport.parkNanos(this, TICK);
    }
  }

  private void sleep() {
    asleep = true;
    // Looked at once more, since whoever adds a call looks at the other one first.
    if (!tick() && !closed) LockSupport.park(this);
    asleep = false;
  }

  private boolean tick() {
    boolean any = false;
    for (TunnelConnection connection : connections) any |= connection.tick();
    return any;
  }
}
