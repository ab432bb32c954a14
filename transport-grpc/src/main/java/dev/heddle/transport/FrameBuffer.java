package dev.heddle.transport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An array that frames are appended to, field by field. A field that equals zero or is empty is
 * left out. For one thread at a time.
 */
final class FrameBuffer {
  private static final int INITIAL = 16 * 1024;
  private static final int KEPT = 256 * 1024;

  private byte[] bytes = new byte[INITIAL];
  private int size;

  /** Bytes so far. */
  int size() {
    return size;
  }

  /** What was written, valid until the next {@link #reset}. */
  Batch batch() {
    return new Batch(bytes, size);
  }

  /** Forgets what was written. */
  void reset() {
    size = 0;
    if (bytes.length > KEPT) bytes = new byte[INITIAL];
  }

  /** Begins a frame with so many bytes of fields. */
  void frame(int kind, int length) {
    int frame = 1 + varintSize(length) + length;
    // With the tag before it, and a length of up to five bytes.
    reserve(frame + 6);
    bytes[size++] = 1 << 3 | 2;
    varint(frame);
    bytes[size++] = (byte) (kind << 3 | 2);
    varint(length);
  }

  /** Makes room for {@code more} bytes. */
  void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  void number(int field, long value) {
    if (value == 0) return;
    bytes[size++] = (byte) (field << 3);
    varint(value);
  }

  void bytes(int field, byte[] value) {
    if (value.length == 0) return;
    length(field, value.length);
    raw(value);
  }

  /** The bytes of a field whose {@link #length} was written. */
  void raw(byte[] value) {
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** The tag and length of a field that is written next, or not by this buffer at all. */
  void length(int field, int length) {
    bytes[size++] = (byte) (field << 3 | 2);
    varint(length);
  }

  /** Eight bytes, the highest first. */
  void fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes[size++] = (byte) (value >>> shift);
  }

  /** Bytes of {@link #number}. */
  static int numberSize(long value) {
    return value == 0 ? 0 : 1 + varintSize(value);
  }

  /** Bytes of {@link #bytes}. */
  static int bytesSize(int length) {
    return length == 0 ? 0 : lengthSize(length) + length;
  }

  /** Bytes of {@link #length}. */
  static int lengthSize(int length) {
    return 1 + varintSize(length);
  }

  /** A text that is cut where it is too long. */
  static byte[] text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= TunnelLimits.NAME_BYTES) return utf8;
    return (text.substring(0, TunnelLimits.NAME_BYTES / 4) + "...")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private static int varintSize(long value) {
    return (640 - 9 * Long.numberOfLeadingZeros(value)) >>> 6;
  }
}
