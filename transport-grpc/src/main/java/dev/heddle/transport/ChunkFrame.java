package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;

/** A part of a message: its id stands before its bytes. */
final class ChunkFrame {
  private static final int ID = 1 << 3;
  private static final int PART = 2 << 3 | 2;

  private ChunkFrame() {}

  static long id(FrameReader in) {
    if (in.tag() != ID) throw new MalformedMessageException("a chunk without an id");
    return in.varint();
  }

  /**
   * Adds the part to its message, and gives credit for more.
   *
   * @return whether the message is complete
   */
  static boolean read(FrameReader in, Assembly message, long id, Outbox outbox) {
    part(in);
    in.bytes(message);
    if (in.tag() != 0) throw new MalformedMessageException("a chunk of two parts");
    int credit = message.credit();
    if (credit > 0 && outbox.enter()) {
      outbox.frames().credit(id, credit);
      outbox.leave();
    }
    return message.complete();
  }

  /** Passes over a part of what nobody waits for. */
  static void skip(FrameReader in) {
    for (int tag = in.tag(); tag != 0; tag = in.tag()) in.skip(tag);
  }

  private static void part(FrameReader in) {
    if (in.tag() != PART) throw new MalformedMessageException("a chunk without bytes");
  }
}
