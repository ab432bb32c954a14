package dev.heddle.component.spi;

import dev.heddle.component.ValueStream;

/** Puts something between the two sides of a stream. */
@FunctionalInterface
public interface StreamWrapper {

  /** The stream through which the other side sees {@code stream}. */
  <T> ValueStream<T> wrap(ValueStream<T> stream);
}
