package dev.heddle.scheduler.dashboard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is sent events. Who reads slowly gets the newest one and misses some; who misses too
 * many in a row is dropped. Safe for use by many threads.
 */
final class Listener {
  private static final int PATIENCE = 10;

  private final Thread writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition offered = lock.newCondition();
  private byte @Nullable [] next;
  private int missed;

  /**
   * A listener.
   *
   * @param writer the thread that will write
   * @param first the first event
   */
  Listener(Thread writer, byte[] first) {
    this.writer = writer;
    this.next = first;
  }

  /** The next event, in place of one that has not been sent yet. */
  void offer(byte[] event) {
    lock.lock();
    try {
      missed = next == null ? 0 : missed + 1;
      next = event;
      offered.signal();
      if (missed >= PATIENCE) drop();
    } finally {
      lock.unlock();
    }
  }

  /** Ends it, though it may be writing: an interrupted write closes its socket. */
  void drop() {
    writer.interrupt();
  }

  /** Writes what is offered, until this is dropped or the other side is gone. */
  void write(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write(take());
      out.flush();
    }
  }

  private byte[] take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (next == null) offered.await();
      byte[] event = next;
      next = null;
      return event;
    } finally {
      lock.unlock();
    }
  }
}
