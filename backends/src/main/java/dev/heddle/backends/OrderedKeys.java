package dev.heddle.backends;

import java.io.ByteArrayOutputStream;

/**
 * Keys as bytes that sort as the keys' UTF-16 code units do: each unit by itself in the manner of
 * UTF-8. That is UTF-8 but for characters above U+FFFF, which take six bytes and so come where
 * their surrogates come, before U+E000.
 */
final class OrderedKeys {
  private OrderedKeys() {}

  static byte[] bytes(String key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(key.length() + 16);
    for (int i = 0; i < key.length(); i++) {
      char unit = key.charAt(i);
      if (unit < 0x80) {
        bytes.write(unit);
      } else if (unit < 0x800) {
        bytes.write(0xC0 | unit >> 6);
        bytes.write(0x80 | unit & 0x3F);
      } else {
        bytes.write(0xE0 | unit >> 12);
        bytes.write(0x80 | unit >> 6 & 0x3F);
        bytes.write(0x80 | unit & 0x3F);
      }
    }
    return bytes.toByteArray();
  }

  static String key(byte[] bytes) {
    StringBuilder key = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      int first = bytes[i] & 0xFF;
      if (first < 0x80) {
        key.append((char) first);
        i++;
      } else if (first < 0xE0) {
        key.append((char) ((first & 0x1F) << 6 | bytes[i + 1] & 0x3F));
        i += 2;
      } else {
        key.append(
            (char) ((first & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
        i += 3;
      }
    }
    return key.toString();
  }

  /** The first bytes beyond all that begin with {@code prefix}, which is not empty. */
  static byte[] end(byte[] prefix) {
    // No byte of a key is 0xFF.
    byte[] end = prefix.clone();
    end[end.length - 1]++;
    return end;
  }
}
