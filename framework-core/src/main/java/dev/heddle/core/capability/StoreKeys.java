package dev.heddle.core.capability;

/** What the stores' contracts say of keys. */
final class StoreKeys {
  private static final int LONGEST_PAGE = 10_000;

  private StoreKeys() {}

  /** Refuses text that UTF-8 cannot say; {@code what} is what the text is. */
  static void checkText(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) continue;
      if (i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1))) {
        i++;
        continue;
      }
      throw new IllegalArgumentException(
          what + " has half a surrogate pair at index " + i + ", which is no character");
    }
  }

  /** Refuses what {@code list} of no store takes. */
  static void checkPage(String prefix, String after, int limit) {
    checkText("a prefix", prefix);
    checkText("the key to begin after", after);
    if (limit >= 1 && limit <= LONGEST_PAGE) return;
    throw new IllegalArgumentException(
        "a page is 1 to " + LONGEST_PAGE + " keys long, not " + limit);
  }
}
