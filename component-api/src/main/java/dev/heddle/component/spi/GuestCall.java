package dev.heddle.component.spi;

import java.util.Optional;

/** A call with a stream that has left a sandbox. For one thread at a time. */
public interface GuestCall {

  /** The response message, when the call has ended; empty when it returned a stream. */
  Optional<byte[]> response();

  /** The next message of the stream that it returned, empty at the end. */
  Optional<byte[]> next();

  /** Asks for no more; does nothing after the last message. */
  void close();
}
