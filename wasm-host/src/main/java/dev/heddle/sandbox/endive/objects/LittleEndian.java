package dev.heddle.sandbox.endive.objects;

/** Numbers as a module's data has them. */
final class LittleEndian {
  private LittleEndian() {}

  static long number(byte[] data, int from, int size) {
    long number = 0;
    for (int i = size - 1; i >= 0; i--) number = number << Byte.SIZE | data[from + i] & 0xff;
    return number;
  }
}
