package dev.heddle.component;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What a source makes, asked for once each and not again after the end or a failure. */
final class SourceIterator<T> implements Iterator<T> {
  private final ValueStream.Source<? extends T> source;
  private Optional<? extends T> ready = Optional.empty();
  private boolean over;

  SourceIterator(ValueStream.Source<? extends T> source) {
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    if (ready.isPresent()) return true;
    if (over) return false;
    over = true;
    ready = made();
    over = ready.isEmpty();
    return !over;
  }

  @Override
  public T next() {
    if (!hasNext()) throw new NoSuchElementException("the stream is over");
    T value = ready.orElseThrow();
    ready = Optional.empty();
    return value;
  }

  private Optional<? extends T> made() {
    try {
      return source.next();
    } catch (Exception failure) {
      throw SourceIterator.<RuntimeException>asItIs(failure);
    }
  }

  /** Iterator declares nothing, and the method whose result this is declares the exception. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E asItIs(Exception failure) throws E {
    throw (E) failure;
  }
}
