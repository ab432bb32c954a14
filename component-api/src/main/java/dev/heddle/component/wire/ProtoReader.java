package dev.heddle.component.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Reads a Protobuf message with one cursor, never past its end and never deeper than its limits.
 *
 * <p>A message is read by calling {@link #tag} until it returns 0 and answering each tag by the one
 * method that fits the field, or by {@link #skip}. Every method throws {@link
 * MalformedMessageException} when the bytes are not what it expects. For one thread at a time.
 */
public final class ProtoReader {
  private final byte[] buffer;
  private final WireLimits limits;
  private int position;
  private int end;
  private int levels;

  /** Reads a whole array, which must not change meanwhile. */
  public ProtoReader(byte[] message, WireLimits limits) {
    this(message, 0, message.length, limits);
  }

  /** Reads part of an array, which must not change meanwhile. */
  public ProtoReader(byte[] buffer, int offset, int length, WireLimits limits) {
    if (length > limits.messageBytes()) {
      throw new MalformedMessageException(
          "a message of " + length + " bytes exceeds the limit of " + limits.messageBytes());
    }
    this.buffer = buffer;
    this.limits = limits;
    this.position = offset;
    this.end = offset + length;
    // The message itself is the first.
    this.levels = limits.depth() - 1;
  }

  /** The field number of a tag. */
  public static int field(int tag) {
    return tag >>> 3;
  }

  /** A copy of what has not been read of the message. */
  public byte[] rest() {
    return Arrays.copyOfRange(buffer, position, end);
  }

  /** The next field's tag; 0 at the end of the message. */
  public int tag() {
    if (position == end) return 0;
    // Nearly every tag is one byte.
    int first = buffer[position];
    if (first >= 8) {
      position++;
      return first;
    }
    int tag = varint32();
    if (field(tag) == 0) throw new MalformedMessageException("field number 0");
    return tag;
  }

  /** Where the next byte is. */
  public int position() {
    return position;
  }

  /** Whether anything is left of the message or packed field. */
  public boolean more() {
    return position < end;
  }

  /**
   * Passes over a field that no one asked for, and gives the next tag.
   *
   * @param known the fields from 1 to this are the message's own
   * @throws MalformedMessageException when it is one of those, so that its type is wrong
   */
  public int pass(int tag, int known) {
    if (field(tag) <= known) {
      throw new MalformedMessageException(
          "field " + field(tag) + " has wire type " + (tag & 7) + ", which is not its own");
    }
    skip(tag);
    return tag();
  }

  /** Passes over a field of any type. */
  public void skip(int tag) {
    switch (tag & 7) {
      case Wire.VARINT -> varint64();
      case Wire.FIXED64 -> advance(Long.BYTES);
      case Wire.LENGTH -> advance(length());
      case Wire.START_GROUP -> skipGroup(tag);
      case Wire.FIXED32 -> advance(Integer.BYTES);
      default -> throw new MalformedMessageException("wire type " + (tag & 7));
    }
  }

  /** Enters a nested message or packed field; give the result to {@link #leave}. */
  public int enter(int tag) {
    expect(tag, Wire.LENGTH);
    int length = length();
    if (--levels < 0) throw tooDeep();
    int outer = end;
    end = position + length;
    return outer;
  }

  /** Leaves what {@link #enter} entered, after all of it was read. */
  public void leave(int outer) {
    end = outer;
    levels++;
  }

  /** Reads a field of type int32. */
  public int int32(int tag) {
    expect(tag, Wire.VARINT);
    return int32();
  }

  /** Reads an int32 with no tag. */
  public int int32() {
    return (int) varint64();
  }

  /** Reads a field of type int64. */
  public long int64(int tag) {
    expect(tag, Wire.VARINT);
    return varint64();
  }

  /** Reads an int64 with no tag. */
  public long int64() {
    return varint64();
  }

  /** Reads a field of type bool. */
  public boolean bool(int tag) {
    expect(tag, Wire.VARINT);
    return bool();
  }

  /** Reads a bool with no tag. */
  public boolean bool() {
    return varint64() != 0;
  }

  /** Reads a field of type float. */
  public float float32(int tag) {
    expect(tag, Wire.FIXED32);
    return float32();
  }

  /** Reads a float with no tag. */
  public float float32() {
    int at = advance(Integer.BYTES);
    int bits = 0;
    for (int i = Integer.BYTES - 1; i >= 0; i--) bits = bits << 8 | buffer[at + i] & 0xFF;
    return Float.intBitsToFloat(bits);
  }

  /** Reads a field of type double. */
  public double float64(int tag) {
    expect(tag, Wire.FIXED64);
    return float64();
  }

  /** Reads a double with no tag. */
  public double float64() {
    int at = advance(Long.BYTES);
    long bits = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) bits = bits << 8 | buffer[at + i] & 0xFF;
    return Double.longBitsToDouble(bits);
  }

  /** Reads a field of type string. */
  public String string(int tag) {
    expect(tag, Wire.LENGTH);
    int length = length();
    int at = position;
    position = at + length;
    String text = Utf8.decode(buffer, at, length);
    if (text == null) {
      throw new MalformedMessageException("field " + field(tag) + " is not valid UTF-8");
    }
    return text;
  }

  /** Reads a field of type bytes. */
  public byte[] bytes(int tag) {
    expect(tag, Wire.LENGTH);
    int length = length();
    int at = position;
    position = at + length;
    return Arrays.copyOfRange(buffer, at, at + length);
  }

  /** Reads a google.protobuf.Timestamp field. */
  public Instant instant(int tag) {
    return SecondsAndNanos.instant(this, tag);
  }

  /** Reads a google.protobuf.Duration field. */
  public Duration duration(int tag) {
    return SecondsAndNanos.duration(this, tag);
  }

  /** Reads a decimal that {@link ProtoWriter#decimal} wrote. */
  public BigDecimal decimal(int tag) {
    expect(tag, Wire.LENGTH);
    int length = length();
    int from = position;
    advance(length);
    return DecimalText.decimal(buffer, from, length, limits.digits());
  }

  /** Reads an integer that {@link ProtoWriter#integer} wrote. */
  public BigInteger integer(int tag) {
    return DecimalText.integer(string(tag), limits.digits());
  }

  private void skipGroup(int tag) {
    if (--levels < 0) throw tooDeep();
    int closing = field(tag) << 3 | Wire.END_GROUP;
    for (int inner = tag(); inner != closing; inner = tag()) {
      if (inner == 0) throw truncated();
      skip(inner);
    }
    levels++;
  }

  private void expect(int tag, int type) {
    if ((tag & 7) != type) {
      throw new MalformedMessageException(
          "field " + field(tag) + " has wire type " + (tag & 7) + ", expected " + type);
    }
  }

  private int length() {
    if (position < end) {
      int first = buffer[position];
      if (first >= 0 && first < end - position) {
        position++;
        return first;
      }
    }
    long length = varint64();
    if (length < 0 || length > end - position) throw truncated();
    return (int) length;
  }

  private int advance(int bytes) {
    if (end - position < bytes) throw truncated();
    int at = position;
    position += bytes;
    return at;
  }

  private int varint32() {
    long value = varint64();
    if (value >>> 32 != 0) throw new MalformedMessageException("a tag of more than 32 bits");
    return (int) value;
  }

  private long varint64() {
    if (position < end && buffer[position] >= 0) return buffer[position++];
    return longVarint64();
  }

  private long longVarint64() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position == end) throw truncated();
      byte next = buffer[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) return value;
    }
    throw new MalformedMessageException("a number of more than 10 bytes");
  }

  private MalformedMessageException tooDeep() {
    return new MalformedMessageException(
        "messages are nested deeper than the limit of " + limits.depth() + " levels");
  }

  private static MalformedMessageException truncated() {
    return new MalformedMessageException("the message ends in the middle of a field");
  }
}
