package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoWriter;

/** The messages that one side of a call sends, each written when it is asked for. */
public interface OutgoingMessages {

  /** No messages. */
  OutgoingMessages NONE =
      new OutgoingMessages() {
        @Override
        public boolean write(ProtoWriter message) {
          return false;
        }

        @Override
        public void close() {}
      };

  /**
   * Writes the next message. A failure to make its value is written into it, and then it is the
   * last; only a {@link VirtualMachineError} is thrown. For one thread at a time.
   *
   * @return whether there was one
   */
  boolean write(ProtoWriter message);

  /**
   * Asks for no more; does nothing after the last message. Not while another thread writes.
   *
   * @throws RuntimeException what the values' owner throws when it is told
   */
  void close();
}
