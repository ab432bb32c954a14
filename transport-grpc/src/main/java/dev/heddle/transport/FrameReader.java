package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads frames with one cursor, never past their end. What breaks the protocol's rules is thrown as
 * a {@link MalformedMessageException}. For one thread.
 */
final class FrameReader {
  private static final int FRAME_TAG = 1 << 3 | 2;

  private final byte[] bytes;
  private final int batchEnd;
  private int position;
  private int end;

  /** Reads a batch. */
  FrameReader(Batch batch) {
    if (batch.length() > batch.bytes().length) {
      throw new MalformedMessageException(
          "a message of "
              + batch.length()
              + " bytes exceeds the limit of "
              + TunnelLimits.BATCH_BYTES);
    }
    bytes = batch.bytes();
    batchEnd = batch.length();
  }

  /** Goes to the next frame: its kind, 0 after the last. */
  int next() {
    if (position != end) throw new MalformedMessageException("a frame was not read to its end");
    if (position == batchEnd) return 0;
    end = batchEnd;
    if (tag() != FRAME_TAG) throw new MalformedMessageException("something beside frames");
    int frame = length();
    end = position + frame;
    if (frame == 0) throw new MalformedMessageException("an empty frame");
    int kind = tag();
    if ((kind & 7) != 2) throw new MalformedMessageException("a frame that holds no message");
    int message = length();
    if (position + message != end) throw new MalformedMessageException("a frame of two kinds");
    return kind >>> 3;
  }

  /** The tag of the next field, 0 after the last. */
  int tag() {
    if (position == end) return 0;
    long tag = varint();
    if (tag >>> 32 != 0 || tag >>> 3 == 0) {
      throw new MalformedMessageException("a field number out of range");
    }
    return (int) tag;
  }

  /** Enters a message inside a frame; give the result to {@link #leave}. */
  int enter() {
    int outer = end;
    int length = length();
    end = position + length;
    return outer;
  }

  /** Leaves a message after it was read to its end. */
  void leave(int outer) {
    end = outer;
  }

  /** A number without sign. */
  long varint() {
    if (position < end && bytes[position] >= 0) return bytes[position++];
    return longVarint();
  }

  /** A number from 0 to {@code most}. */
  int number(int most) {
    long value = varint();
    if (value < 0 || value > most) {
      throw new MalformedMessageException(
          Long.toUnsignedString(value) + " where at most " + most + " is allowed");
    }
    return (int) value;
  }

  /** A yes or no. */
  boolean bool() {
    return varint() != 0;
  }

  /** A copy of some bytes. */
  byte[] bytes() {
    int length = length();
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /** Adds some bytes to a message that comes in parts. */
  void bytes(Assembly message) {
    int length = length();
    message.add(bytes, position, length);
    position += length;
  }

  /** Eight bytes, the first the highest. */
  long fixed() {
    if (end - position < Long.BYTES) throw truncated();
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) value = value << 8 | bytes[position++] & 0xFF;
    return value;
  }

  /** A name, or a message for a person. */
  String text() {
    int length = length();
    if (length > TunnelLimits.NAME_BYTES) {
      throw new MalformedMessageException(
          "a text of " + length + " bytes exceeds the limit of " + TunnelLimits.NAME_BYTES);
    }
    int from = position;
    position += length;
    for (int i = from; i < position; i++) {
      if (bytes[i] < 0) return decoded(from, length);
    }
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  /** Passes over a field that this revision does not know. */
  void skip(int tag) {
    switch (tag & 7) {
      case 0 -> varint();
      case 1 -> fixed();
      case 2 -> {
        int length = length();
        position += length;
      }
      default -> throw new MalformedMessageException("wire type " + (tag & 7));
    }
  }

  private String decoded(int from, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedMessageException("a text that is not UTF-8");
    }
  }

  private int length() {
    long length = varint();
    if (length < 0 || length > end - position) throw truncated();
    return (int) length;
  }

  private long longVarint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position == end) throw truncated();
      byte next = bytes[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) return value;
    }
    throw new MalformedMessageException("a number of more than 10 bytes");
  }

  private static MalformedMessageException truncated() {
    return new MalformedMessageException("the frame ends in the middle of a field");
  }
}
