package dev.heddle.component.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of any size, out of the text that stands for them on the wire. */
final class DecimalText {
  /** A sign, a point, and an exponent of up to 12 characters may stand beside the digits. */
  private static final int BESIDE_THE_DIGITS = 14;

  private DecimalText() {}

  /**
   * A decimal with its scale.
   *
   * @param digits most digits, and largest absolute scale
   */
  static BigDecimal decimal(byte[] bytes, int from, int length, int digits) {
    // Nearly every one is short and without an exponent: no text is made of those.
    boolean negative = length > 0 && bytes[from] == '-';
    int first = negative ? 1 : 0;
    int point = length;
    long unscaled = 0;
    boolean plain = length - first <= Math.min(18, digits);
    for (int i = first; i < length && plain; i++) {
      int digit = bytes[from + i] - '0';
      if (digit >= 0 && digit <= 9) {
        unscaled = 10 * unscaled + digit;
      } else {
        plain = digit == '.' - '0' && point == length;
        point = i;
      }
    }
    boolean anyDigit = length - first > (point == length ? 0 : 1);
    if (!plain || !anyDigit) return decimal(Utf8.decode(bytes, from, length), digits);
    return BigDecimal.valueOf(negative ? -unscaled : unscaled, Math.max(0, length - point - 1));
  }

  private static BigDecimal decimal(@Nullable String text, int digits) {
    if (text == null) throw MalformedMessageException.invalid("a BigDecimal", "invalid UTF-8");
    checkLength(text, digits);
    try {
      BigDecimal value = new BigDecimal(text);
      if (Math.abs((long) value.scale()) <= digits) return value;
    } catch (NumberFormatException notANumber) {
      // Said below, with the text.
    }
    throw MalformedMessageException.invalid("a BigDecimal", quote(text));
  }

  /**
   * An integer.
   *
   * @param digits most digits
   */
  static BigInteger integer(String text, int digits) {
    checkLength(text, digits);
    try {
      return new BigInteger(text);
    } catch (NumberFormatException notANumber) {
      throw MalformedMessageException.invalid("a BigInteger", quote(text));
    }
  }

  private static void checkLength(String text, int digits) {
    if (text.length() <= digits + BESIDE_THE_DIGITS) return;
    throw new MalformedMessageException(
        "a number of " + text.length() + " characters exceeds the limit of " + digits);
  }

  private static String quote(String text) {
    return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
  }
}
