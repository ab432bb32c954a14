package dev.heddle.component.spi;

import dev.heddle.component.ValueStream;
import dev.heddle.component.wire.ProtoReader;
import java.util.Optional;

/** Messages as the elements of a stream; a stream over them closes them too. */
public final class DecodedStream {
  private DecodedStream() {}

  /** The stream whose elements arrive in {@code messages}. */
  public static <T> ValueStream<T> of(IncomingMessages messages, ElementCodec<T> codec) {
    return ValueStream.generate(
        () -> {
          Optional<ProtoReader> message = messages.read();
          return message.isPresent()
              ? Optional.of(codec.read(message.orElseThrow()))
              : Optional.empty();
        },
        messages::close);
  }
}
