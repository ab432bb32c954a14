package dev.heddle.component.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes Protobuf messages back to front: the last field first, and a nested message's body before
 * its length, which is then known. So no message is ever measured before it is written.
 *
 * <p>A writer grows to the largest message it wrote and is reused through {@link #reset}. For one
 * thread at a time. Every method that takes a field number writes a whole field; those that do not
 * write a bare value, for packed fields. Numbers that equal zero, false and empty strings are
 * written too: the caller leaves out what Protobuf says to leave out.
 */
public final class ProtoWriter {
  private static final int INITIAL_BYTES = 1024;
  private static final int SCRATCH_CHARACTERS = 128;
  private static final char[] NO_SCRATCH = {};

  private final WireLimits limits;
  private char[] scratch = NO_SCRATCH;
  private byte[] buffer;
  private int start;
  private int levels;

  /** An empty writer. */
  public ProtoWriter(WireLimits limits) {
    this.limits = limits;
    // A smaller limit must not be slipped past below the usual size.
    this.buffer = new byte[Math.min(INITIAL_BYTES, limits.messageBytes())];
    this.start = buffer.length;
    // The message itself is the first.
    this.levels = limits.depth() - 1;
  }

  /** Forgets everything written. */
  public void reset() {
    start = buffer.length;
    levels = limits.depth() - 1;
  }

  /** Bytes written since the last {@link #reset}. */
  public int size() {
    return buffer.length - start;
  }

  /** Forgets what was written since the writer had this size, whatever was begun meanwhile. */
  public void rewind(int size) {
    start = buffer.length - size;
    levels = limits.depth() - 1;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    byte[] message = new byte[size()];
    System.arraycopy(buffer, start, message, 0, message.length);
    return message;
  }

  /** Writes what is already the body of a message. */
  public void encoded(byte[] message) {
    reserve(message.length);
    start -= message.length;
    System.arraycopy(message, 0, buffer, start, message.length);
  }

  /** Begins a nested message; give the result to {@link #end}. */
  public int begin() {
    if (--levels < 0) {
      throw new InvalidValueException(
          "a value is nested deeper than the limit of " + limits.depth() + " levels");
    }
    return size();
  }

  /** Ends a nested message (or packed field) that {@link #begin} began, as field {@code field}. */
  public void end(int field, int begun) {
    levels++;
    header(field, Wire.LENGTH, size() - begun);
  }

  /** Writes a field of type int32. */
  public void int32(int field, int value) {
    header(field, Wire.VARINT, value);
  }

  /** Writes an int32 with no tag. */
  public void int32(int value) {
    if (value >= 0) varint32(value);
    else varint64(value);
  }

  /** Writes a field of type int64. */
  public void int64(int field, long value) {
    header(field, Wire.VARINT, value);
  }

  /** Writes an int64 with no tag. */
  public void int64(long value) {
    varint64(value);
  }

  /** Writes a field of type bool. */
  public void bool(int field, boolean value) {
    bool(value);
    tag(field, Wire.VARINT);
  }

  /** Writes a bool with no tag. */
  public void bool(boolean value) {
    reserve(1);
    buffer[--start] = (byte) (value ? 1 : 0);
  }

  /** Writes a field of type float. */
  public void float32(int field, float value) {
    float32(value);
    tag(field, Wire.FIXED32);
  }

  /** Writes a float with no tag. */
  public void float32(float value) {
    reserve(Integer.BYTES);
    int bits = Float.floatToRawIntBits(value);
    start -= Integer.BYTES;
    buffer[start] = (byte) bits;
    buffer[start + 1] = (byte) (bits >>> 8);
    buffer[start + 2] = (byte) (bits >>> 16);
    buffer[start + 3] = (byte) (bits >>> 24);
  }

  /** Writes a field of type double. */
  public void float64(int field, double value) {
    float64(value);
    tag(field, Wire.FIXED64);
  }

  /** Writes a double with no tag. */
  public void float64(double value) {
    reserve(Long.BYTES);
    long bits = Double.doubleToRawLongBits(value);
    int at = start - Long.BYTES;
    byte[] target = buffer;
    // One after the other and without a loop, which the JVM makes one store of.
    target[at] = (byte) bits;
    target[at + 1] = (byte) (bits >>> 8);
    target[at + 2] = (byte) (bits >>> 16);
    target[at + 3] = (byte) (bits >>> 24);
    target[at + 4] = (byte) (bits >>> 32);
    target[at + 5] = (byte) (bits >>> 40);
    target[at + 6] = (byte) (bits >>> 48);
    target[at + 7] = (byte) (bits >>> 56);
    start = at;
  }

  /**
   * Writes a field of type string.
   *
   * @throws InvalidValueException when the string has half a surrogate pair, which UTF-8 cannot say
   */
  public void string(int field, String value) {
    reserve(value.length());
    if (scratch.length == 0) scratch = new char[SCRATCH_CHARACTERS];
    int begin = Utf8.encode(value, scratch, buffer, start);
    if (begin < 0) {
      reserve(-begin);
      begin = Utf8.encode(value, scratch, buffer, start);
    }
    int length = start - begin;
    start = begin;
    header(field, Wire.LENGTH, length);
  }

  /** Writes a field of type bytes. */
  public void bytes(int field, byte[] value) {
    reserve(value.length);
    start -= value.length;
    System.arraycopy(value, 0, buffer, start, value.length);
    header(field, Wire.LENGTH, value.length);
  }

  /** Writes a google.protobuf.Timestamp field. */
  public void instant(int field, Instant value) {
    secondsAndNanos(field, value.getEpochSecond(), value.getNano());
  }

  /** Writes a google.protobuf.Duration field. */
  public void duration(int field, Duration value) {
    long seconds = value.getSeconds();
    int nanos = value.getNano();
    // Protobuf wants both parts to have the same sign; Java's nanoseconds are never negative.
    if (seconds < 0 && nanos > 0) {
      seconds++;
      nanos -= 1_000_000_000;
    }
    secondsAndNanos(field, seconds, nanos);
  }

  /** Writes a decimal as a field of type string, with its scale. */
  public void decimal(int field, BigDecimal value) {
    if (Math.abs((long) value.scale()) > limits.digits()) {
      throw new InvalidValueException(
          "a BigDecimal's scale " + value.scale() + " exceeds the limit of " + limits.digits());
    }
    BigInteger unscaled = value.unscaledValue();
    checkDigits(unscaled);
    // Up to 18 digits, and no exponent where BigDecimal.toString has one: nearly every number.
    if (unscaled.bitLength() <= 59 && value.scale() >= 0 && value.scale() <= 6) {
      int after = size();
      plainDecimal(unscaled.longValue(), value.scale());
      header(field, Wire.LENGTH, size() - after);
      return;
    }
    string(field, value.toString());
  }

  /** At most 18 digits, up to six of them behind a point, and a sign. */
  private void plainDecimal(long unscaled, int scale) {
    reserve(26);
    int at = start;
    long rest = Math.abs(unscaled);
    for (int written = 0; rest != 0 || written <= scale; written++) {
      if (written == scale && scale > 0) buffer[--at] = '.';
      long tenth = rest / 10;
      buffer[--at] = (byte) ('0' + (rest - 10 * tenth));
      rest = tenth;
    }
    if (unscaled < 0) buffer[--at] = '-';
    start = at;
  }

  /** Writes an integer as a field of type string, in decimal. */
  public void integer(int field, BigInteger value) {
    checkDigits(value);
    string(field, value.toString());
  }

  private void checkDigits(BigInteger value) {
    // 3.33 bits are more than a decimal digit, so this refuses before a slow conversion begins.
    if (value.bitLength() / 3.33 > limits.digits()) {
      throw new InvalidValueException(
          "a number of more than " + limits.digits() + " digits exceeds the limit");
    }
  }

  private void secondsAndNanos(int field, long seconds, int nanos) {
    int begun = begin();
    if (nanos != 0) int32(2, nanos);
    if (seconds != 0) int64(1, seconds);
    end(field, begun);
  }

  /** A tag and the number after it: in two bytes, nearly always. */
  private void header(int field, int type, long number) {
    int tag = field << 3 | type;
    int at = start - 2;
    if ((number | tag) >>> 7 == 0 && at >= 0) {
      buffer[at + 1] = (byte) number;
      buffer[at] = (byte) tag;
      start = at;
      return;
    }
    varint64(number);
    varint32(tag);
  }

  private void tag(int field, int type) {
    varint32(field << 3 | type);
  }

  private void varint32(int value) {
    if (value >>> 7 == 0 && start > 0) buffer[--start] = (byte) value;
    else varint64(value & 0xFFFFFFFFL);
  }

  private void varint64(long value) {
    // Seven bits a byte: nine sixty-fourths of a byte a bit are exact up to 64 bits.
    int length = (640 - 9 * Long.numberOfLeadingZeros(value)) >>> 6;
    reserve(length);
    start -= length;
    int at = start;
    long rest = value;
    for (int i = 1; i < length; i++) {
      buffer[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[at] = (byte) rest;
  }

  private void reserve(int bytes) {
    if (start < bytes) grow(bytes);
  }

  private void grow(int bytes) {
    int size = size();
    long wanted = (long) size + bytes;
    if (wanted > limits.messageBytes()) {
      throw new InvalidValueException(
          "a message exceeds the limit of " + limits.messageBytes() + " bytes");
    }
    int length = (int) Math.min(Math.max(buffer.length * 2L, wanted), limits.messageBytes());
    byte[] larger = new byte[Math.max(length, buffer.length)];
    System.arraycopy(buffer, start, larger, larger.length - size, size);
    buffer = larger;
    start = larger.length - size;
  }
}
