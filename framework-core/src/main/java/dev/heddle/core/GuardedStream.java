package dev.heddle.core;

import dev.heddle.component.ValueStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one side of a call sees of the other side's stream. One thread asks, any may close. */
final class GuardedStream<T> implements ValueStream<T> {

  /** The other side of the stream. */
  interface Side<T> {
    /** The next element, empty at the end; ends the stream there and when it fails. */
    Optional<StreamElement<T>> pull();

    /** Ends the stream. Not while an element is pulled. */
    void end();

    /** Asks a pull under way to give up. */
    void interrupt();
  }

  private final Side<T> side;
  private Optional<StreamElement<T>> ready = Optional.empty();
  private boolean pulling;
  private boolean over;
  private @Nullable RuntimeException cut;

  GuardedStream(Side<T> side) {
    this.side = side;
  }

  @Override
  public boolean hasNext() {
    if (!begin()) return isReady();
    Optional<StreamElement<T>> pulled = Optional.empty();
    boolean closed;
    try {
      pulled = side.pull();
    } finally {
      closed = endPull(pulled);
      if (closed) side.end();
    }
    return isReady();
  }

  @Override
  public T next() {
    if (!hasNext()) throw new NoSuchElementException("the stream is over");
    return taken();
  }

  @Override
  public void close() {
    close(null);
  }

  /** Closes the stream for a reason that its reader is to know of. */
  void cut(RuntimeException reason) {
    close(reason);
  }

  private void close(@Nullable RuntimeException reason) {
    boolean underWay;
    synchronized (this) {
      if (over) return;
      over = true;
      cut = reason;
      ready = Optional.empty();
      underWay = pulling;
    }
    if (underWay) side.interrupt();
    else side.end();
  }

  /** Whether an element must be pulled. */
  private synchronized boolean begin() {
    if (over || ready.isPresent()) return false;
    if (pulling) throw new IllegalStateException("another thread asks the same stream");
    pulling = true;
    return true;
  }

  /** Whether somebody closed the stream meanwhile. */
  private synchronized boolean endPull(Optional<StreamElement<T>> pulled) {
    pulling = false;
    if (over) return true;
    ready = pulled;
    over = pulled.isEmpty();
    return false;
  }

  private synchronized boolean isReady() {
    RuntimeException reason = cut;
    if (reason != null) throw reason;
    return ready.isPresent();
  }

  private synchronized T taken() {
    StreamElement<T> element =
        ready.orElseThrow(() -> new NoSuchElementException("the stream is closed"));
    ready = Optional.empty();
    return element.value();
  }
}
