package dev.heddle.transport;

import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers from 1 on, as a caller's stream. */
final class Numbers implements OutgoingMessages {
  private final long last;
  final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  volatile long written;
  volatile boolean closed;

  Numbers(long last) {
    this.last = last;
  }

  @Override
  public boolean write(ProtoWriter message) {
    threads.add(Thread.currentThread());
    if (written == last) return false;
    long next = written + 1;
    message.int64(1, next);
    written = next;
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
