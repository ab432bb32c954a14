package dev.heddle.component.wire;

/** Text that UTF-8 can say. */
final class Utf8 {
  private Utf8() {}

  static void check(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) continue;
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        throw new InvalidValueException(
            "a string has half a surrogate pair at index " + i + ", which UTF-8 cannot say");
      }
      i++;
    }
  }
}
