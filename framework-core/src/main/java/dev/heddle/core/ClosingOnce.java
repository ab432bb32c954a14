package dev.heddle.core;

import dev.heddle.component.ValueStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes a stream once, whoever asks first. */
final class ClosingOnce {
  private final ValueStream<?> stream;
  private final AtomicBoolean closed = new AtomicBoolean();

  ClosingOnce(ValueStream<?> stream) {
    this.stream = stream;
  }

  void close() {
    if (closed.compareAndSet(false, true)) stream.close();
  }
}
