package dev.heddle.core;

import dev.heddle.component.ValueStream;
import java.util.Optional;

/** One value of a stream. */
record StreamElement<T>(T value) {

  /**
   * The next value of a stream, empty at its end. An array, which either side could change, is
   * copied.
   */
  @SuppressWarnings("unchecked") // a copy is of the same type
  static <T> Optional<StreamElement<T>> of(ValueStream<T> stream) {
    if (!stream.hasNext()) return Optional.empty();
    T value = stream.next();
    T given = value instanceof byte[] bytes ? (T) bytes.clone() : value;
    return Optional.of(new StreamElement<>(given));
  }
}
