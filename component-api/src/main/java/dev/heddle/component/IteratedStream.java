package dev.heddle.component;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A stream over an iterator. */
final class IteratedStream<T> implements ValueStream<T> {
  private final Iterator<? extends T> values;
  private final Runnable onClose;
  private volatile boolean closed;

  IteratedStream(Iterator<? extends T> values, Runnable onClose) {
    this.values = values;
    this.onClose = onClose;
  }

  @Override
  public boolean hasNext() {
    return !closed && values.hasNext();
  }

  @Override
  public T next() {
    if (closed) throw new NoSuchElementException("the stream is closed");
    return values.next();
  }

  @Override
  public void close() {
    if (closed) return;
    closed = true;
    onClose.run();
  }
}
