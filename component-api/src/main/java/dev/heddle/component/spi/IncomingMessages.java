package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import java.util.Optional;

/** The messages that the other side of a call sends. For one thread at a time. */
public interface IncomingMessages {

  /** The next message, empty when there are no more; waits for it. */
  Optional<ProtoReader> read();

  /** Asks for no more; does nothing after the last message. */
  void close();
}
