package dev.heddle.component.spi;

import dev.heddle.component.ValueStream;
import dev.heddle.component.wire.InvalidValueException;
import dev.heddle.component.wire.ProtoWriter;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a stream as messages.
 *
 * @param <T> what the stream holds
 */
public final class EncodedStream<T> implements OutgoingMessages {
  private final ValueStream<T> elements;
  private final ElementCodec<T> codec;
  private boolean over;

  /**
   * The messages of a stream.
   *
   * @param elements null when the author of a component forgot the rule, which is refused
   * @throws InvalidValueException when it is null
   */
  public EncodedStream(@Nullable ValueStream<T> elements, ElementCodec<T> codec) {
    if (elements == null) throw new InvalidValueException("the stream is null");
    this.elements = elements;
    this.codec = codec;
  }

  @Override
  public boolean write(ProtoWriter message) {
    if (over) return false;
    int size = message.size();
    try {
      if (elements.hasNext()) {
        codec.write(message, elements.next());
        return true;
      }
      close();
      return false;
    } catch (Throwable failure) {
      message.rewind(size);
      closeAfter(failure);
      codec.fail(message, failure);
      return true;
    }
  }

  @Override
  public void close() {
    if (over) return;
    over = true;
    elements.close();
  }

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException further) {
      failure.addSuppressed(further);
    }
  }
}
