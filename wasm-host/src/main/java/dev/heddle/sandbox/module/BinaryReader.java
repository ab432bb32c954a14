package dev.heddle.sandbox.module;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the primitives of the binary format from a part of a module. Whatever the bytes are, the
 * only failure is a {@link MalformedModuleException}.
 */
final class BinaryReader {
  private final byte[] bytes;
  private final int limit;
  private int position;

  BinaryReader(byte[] bytes, int position, int limit) {
    this.bytes = bytes;
    this.position = position;
    this.limit = limit;
  }

  int position() {
    return position;
  }

  boolean hasRemaining() {
    return position < limit;
  }

  int remaining() {
    return limit - position;
  }

  MalformedModuleException malformed(String problem) {
    return new MalformedModuleException(position, problem);
  }

  int u8() {
    if (position >= limit) throw malformed("unexpected end");
    return bytes[position++] & 0xff;
  }

  int peek() {
    if (position >= limit) throw malformed("unexpected end");
    return bytes[position] & 0xff;
  }

  /**
   * An unsigned number that fits in 31 bits: all counts and indices of modules that fit in memory.
   */
  int count() {
    int at = position;
    long value = u32();
    if (value > Integer.MAX_VALUE) throw new MalformedModuleException(at, "number too large");
    return (int) value;
  }

  /** The number of entries that follow, each of at least one byte. */
  int entries() {
    int at = position;
    int count = count();
    if (count > remaining()) throw new MalformedModuleException(at, "more entries than bytes");
    return count;
  }

  long u32() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = u8();
      if (shift == 28 && next > 0x0f) throw malformed("number longer than 32 bits");
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
  }

  int s32() {
    return (int) signed(32);
  }

  long s33() {
    return signed(33);
  }

  long s64() {
    return signed(64);
  }

  private long signed(int bits) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = u8();
      if (shift + 7 > bits) checkSignBits(next, bits - shift, bits);
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        int used = Math.min(shift + 7, 64);
        return value << (64 - used) >> (64 - used);
      }
    }
  }

  /** In the last byte that a number may have, what is beyond its bits must repeat its sign. */
  private void checkSignBits(int last, int bitsLeft, int bits) {
    int beyond = (last & 0x7f) >> (bitsLeft - 1);
    int allOnes = 0x7f >> (bitsLeft - 1);
    if (last > 0x7f || (beyond != 0 && beyond != allOnes)) {
      throw malformed("number longer than " + bits + " bits");
    }
  }

  /** Little-endian bits, as floating-point constants have them. */
  long raw(int size) {
    long value = 0;
    for (int i = 0; i < size; i++) value |= (long) u8() << (8 * i);
    return value;
  }

  void skip(int size) {
    if (size > remaining()) throw malformed("unexpected end");
    position += size;
  }

  /** The next {@code size} bytes, for a reader of their own; this one goes on behind them. */
  BinaryReader part(int size) {
    int start = position;
    skip(size);
    return new BinaryReader(bytes, start, position);
  }

  String name() {
    int length = count();
    int start = position;
    skip(length);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedModuleException(start, "name that is not UTF-8");
    }
  }

  void end(String what) {
    if (hasRemaining()) throw malformed(remaining() + " bytes too many in " + what);
  }
}
