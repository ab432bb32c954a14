package dev.heddle.component.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text as UTF-8; it is written back to front. */
final class Utf8 {
  private Utf8() {}

  /** Reads a text; null when the bytes are not UTF-8. */
  static @Nullable String decode(byte[] bytes, int from, int length) {
    String ascii = ascii(bytes, from, length);
    if (ascii != null) return ascii;
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    // Bad bytes decode to U+FFFD; only then is it worth asking whether the sender meant that.
    if (text.indexOf('\uFFFD') < 0) return text;
    byte[] read = Arrays.copyOfRange(bytes, from, from + length);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), read) ? text : null;
  }

  /**
   * Reads a text of ASCII, or says null. That is never worth it here, where the JVM looks for ASCII
   * itself, and finds U+FFFD fast. Inside a sandbox it has another body.
   */
  private static @Nullable String ascii(byte[] bytes, int from, int length) {
    return null;
  }

  /**
   * Writes a text so that it ends before {@code end}, which must be at least the text's length.
   *
   * @param scratch of any size; what it holds is overwritten
   * @return where the text begins, or if there is no room, the bytes that it needs, negated
   * @throws InvalidValueException when the text has half a surrogate pair, which UTF-8 cannot say
   */
  static int encode(String text, char[] scratch, byte[] target, int end) {
    int length = text.length();
    // Nearly every text is ASCII: copied as if it were, and only then asked.
    if (copy(text, scratch, target, end - length) < 0x80) return end - length;

    long bytes = length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair takes two of the pair's four bytes.
      if (c >= 0x80) bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    if (bytes > Integer.MAX_VALUE) {
      throw new InvalidValueException("a string is longer than 2 GiB as UTF-8");
    }
    if (bytes > end) return (int) -bytes;

    int at = end;
    for (int i = length - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c < 0x80) {
        target[--at] = (byte) c;
      } else if (c < 0x800) {
        target[--at] = (byte) (0x80 | c & 0x3F);
        target[--at] = (byte) (0xC0 | c >>> 6);
      } else if (!Character.isSurrogate(c)) {
        target[--at] = (byte) (0x80 | c & 0x3F);
        target[--at] = (byte) (0x80 | c >>> 6 & 0x3F);
        target[--at] = (byte) (0xE0 | c >>> 12);
      } else {
        char high = i == 0 ? 0 : text.charAt(i - 1);
        if (!Character.isSurrogatePair(high, c)) {
          throw new InvalidValueException(
              "a string has half a surrogate pair at index " + i + ", which UTF-8 cannot say");
        }
        i--;
        int codePoint = Character.toCodePoint(high, c);
        target[--at] = (byte) (0x80 | codePoint & 0x3F);
        target[--at] = (byte) (0x80 | codePoint >>> 6 & 0x3F);
        target[--at] = (byte) (0x80 | codePoint >>> 12 & 0x3F);
        target[--at] = (byte) (0xF0 | codePoint >>> 18);
      }
    }
    return at;
  }

  /**
   * Copies the lower half of each character. Inside a sandbox it has another body.
   *
   * @return all characters, united
   */
  private static int copy(String text, char[] scratch, byte[] target, int start) {
    int length = text.length();
    int seen = 0;
    int from = 0;
    for (; length - from > scratch.length; from += scratch.length) {
      text.getChars(from, from + scratch.length, scratch, 0);
      for (int i = 0; i < scratch.length; i++) {
        char c = scratch[i];
        seen |= c;
        target[start + from + i] = (byte) c;
      }
    }
    text.getChars(from, length, scratch, 0);
    int at = start + from;
    for (int i = 0; i < length - from; i++) {
      char c = scratch[i];
      seen |= c;
      target[at + i] = (byte) c;
    }
    return seen;
  }
}
