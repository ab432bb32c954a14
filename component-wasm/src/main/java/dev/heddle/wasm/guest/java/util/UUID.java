package dev.heddle.wasm.guest.java.util;

import dev.heddle.wasm.guest.Entropy;
import java.io.Serializable;

/** Stands for the JDK's class, of which the compiler's own holds a text. */
public final class UUID implements Serializable, Comparable<UUID> {
  private static final long serialVersionUID = 1L;
  private static final String DIGITS = "0123456789abcdef";
  private static final int LENGTH = 36;

  private final long high;
  private final long low;

  public UUID(long mostSigBits, long leastSigBits) {
    high = mostSigBits;
    low = leastSigBits;
  }

  public static UUID randomUUID() {
    return new UUID(
        Entropy.next() & 0xffffffffffff0fffL | 0x4000L,
        Entropy.next() & 0x3fffffffffffffffL | 0x8000000000000000L);
  }

  /** As the JDK's, whose five parts may have fewer digits than usual. */
  public static UUID fromString(String name) {
    if (name.length() > LENGTH) throw new IllegalArgumentException("UUID string too large");
    int first = name.indexOf('-');
    int second = name.indexOf('-', first + 1);
    int third = name.indexOf('-', second + 1);
    int fourth = name.indexOf('-', third + 1);
    if (first < 0 || second < 0 || third < 0 || fourth < 0 || name.indexOf('-', fourth + 1) >= 0) {
      throw new IllegalArgumentException("Invalid UUID string: " + name);
    }
    long high = part(name, 0, first) & 0xffffffffL;
    high = high << 16 | part(name, first + 1, second) & 0xffff;
    high = high << 16 | part(name, second + 1, third) & 0xffff;
    long low = part(name, third + 1, fourth) & 0xffff;
    low = low << 48 | part(name, fourth + 1, name.length()) & 0xffffffffffffL;
    return new UUID(high, low);
  }

  private static long part(String name, int begin, int end) {
    return Long.parseLong(name.substring(begin, end), 16);
  }

  public long getMostSignificantBits() {
    return high;
  }

  public long getLeastSignificantBits() {
    return low;
  }

  public int version() {
    return (int) (high >> 12 & 0x0f);
  }

  public int variant() {
    return (int) (low >>> (64 - (low >>> 62)) & low >> 63);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(LENGTH);
    digits(text, high >>> 32, 8);
    digits(text.append('-'), high >>> 16, 4);
    digits(text.append('-'), high, 4);
    digits(text.append('-'), low >>> 48, 4);
    digits(text.append('-'), low, 12);
    return text.toString();
  }

  private static void digits(StringBuilder text, long value, int count) {
    for (int shift = 4 * (count - 1); shift >= 0; shift -= 4) {
      text.append(DIGITS.charAt((int) (value >>> shift & 0xf)));
    }
  }

  @Override
  public int hashCode() {
    long both = high ^ low;
    return (int) (both >> 32) ^ (int) both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UUID uuid && uuid.high == high && uuid.low == low;
  }

  @Override
  public int compareTo(UUID other) {
    int result = Long.compare(high, other.high);
    return result != 0 ? result : Long.compare(low, other.low);
  }
}
