package dev.heddle.sandbox.module;

import java.util.Arrays;

/** Writes the primitives of the binary format, each in its shortest form. */
final class BinaryWriter {
  private byte[] bytes;
  private int size;

  BinaryWriter(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  int size() {
    return size;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  BinaryWriter u8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  BinaryWriter u32(long value) {
    long rest = value;
    while (rest > 0x7f) {
      u8((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  BinaryWriter signed(long value) {
    long rest = value;
    while (rest < -64 || rest > 63) {
      u8((int) (rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    return u8((int) rest & 0x7f);
  }

  BinaryWriter raw(long value, int count) {
    for (int i = 0; i < count; i++) u8((int) (value >>> (8 * i)));
    return this;
  }

  BinaryWriter bytes(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  /** The other's bytes, preceded by how many they are. */
  BinaryWriter sized(BinaryWriter content) {
    return u32(content.size).bytes(content.bytes, 0, content.size);
  }

  /** The other's bytes. */
  BinaryWriter append(BinaryWriter content) {
    return bytes(content.bytes, 0, content.size);
  }

  void clear() {
    size = 0;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
