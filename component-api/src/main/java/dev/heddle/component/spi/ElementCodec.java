package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;

/**
 * Elements of one method's stream as messages, and back. Generated, one for each direction.
 * Immutable.
 *
 * @param <T> what the stream holds
 */
public interface ElementCodec<T> {

  /** Writes the message of an element. */
  void write(ProtoWriter message, T element);

  /** Writes the message of what failed instead of an element. */
  void fail(ProtoWriter message, Throwable failure);

  /**
   * Reads what {@link #write} or {@link #fail} wrote.
   *
   * @throws Exception the failure that the message carries
   */
  T read(ProtoReader message) throws Exception;
}
