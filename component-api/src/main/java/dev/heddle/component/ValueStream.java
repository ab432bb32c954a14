package dev.heddle.component;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values one after the other, each made when it is asked for: what a component's method returns, or
 * takes, when a {@code List} would be too long or would come too late.
 *
 * <p>A stream is read once, from its beginning to its end or until it is closed. Whoever reads it
 * closes it, best by {@code try (var orders = shop.orders(customer)) { for (Order order : orders)
 * ... }}. Asking may block. Nothing is made before it is asked for, so a slow reader slows the
 * producer down, and a reader that closes early stops it.
 *
 * <p>Between components a stream keeps more promises. What makes the values is closed exactly once:
 * at the end, when making one fails, when the reader closes, when a deadline is found to have
 * passed, and at the latest when the request ends. A failure arrives at {@link #hasNext} or {@link
 * #next} as it would at a call: an exception that the method declares as itself, even a checked
 * one, and any other as a {@link ComponentException}; then the stream is over.
 *
 * <p>For one thread at a time, but any thread may close it.
 *
 * @param <T> what it holds, never null
 */
public interface ValueStream<T> extends Iterator<T>, Iterable<T>, AutoCloseable {

  /** Whether there is another value; makes it if so. False once the stream is over or closed. */
  @Override
  boolean hasNext();

  /**
   * The next value.
   *
   * @throws java.util.NoSuchElementException when the stream is over or closed
   */
  @Override
  T next();

  /** Asks for no more. Does nothing when the stream is over or closed. */
  @Override
  void close();

  /** This stream, for a {@code for} loop; what was read does not come again. */
  @Override
  default Iterator<T> iterator() {
    return this;
  }

  /** Each value of this stream changed by {@code change}; closing it closes this one. */
  default <R> ValueStream<R> map(Function<? super T, ? extends R> change) {
    return generate(
        () -> hasNext() ? Optional.<R>of(change.apply(next())) : Optional.empty(), this::close);
  }

  /** No values. */
  static <T> ValueStream<T> empty() {
    return from(Collections.emptyList());
  }

  /** These values. */
  @SafeVarargs
  static <T> ValueStream<T> of(T... values) {
    return from(Arrays.asList(values));
  }

  /** The values of {@code values}, whose iterator is taken now. */
  static <T> ValueStream<T> from(Iterable<? extends T> values) {
    return from(values, () -> {});
  }

  /**
   * The values of {@code values}, whose iterator is taken now. A {@code java.util.stream.Stream}
   * becomes one by {@code from(stream::iterator, stream::close)}.
   *
   * @param onClose run at the first {@link #close}
   */
  static <T> ValueStream<T> from(Iterable<? extends T> values, Runnable onClose) {
    return new IteratedStream<>(values.iterator(), onClose);
  }

  /** What {@code source} makes, until it returns empty. */
  static <T> ValueStream<T> generate(Source<? extends T> source) {
    return generate(source, () -> {});
  }

  /**
   * What {@code source} makes, until it returns empty.
   *
   * @param onClose run at the first {@link #close}
   */
  static <T> ValueStream<T> generate(Source<? extends T> source, Runnable onClose) {
    return new IteratedStream<>(new SourceIterator<T>(source), onClose);
  }

  /** Makes the values of a stream. */
  @FunctionalInterface
  interface Source<T> {
    /**
     * The next value, empty at the end.
     *
     * @throws Exception what the component's method declares, or anything else
     */
    Optional<? extends T> next() throws Exception;
  }
}
