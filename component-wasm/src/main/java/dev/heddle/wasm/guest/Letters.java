package dev.heddle.wasm.guest;

import java.util.Locale;

/** Letters in another case, as the JDK has them: also those that become several. */
public final class Letters {
  /** Each with up to three that it becomes in upper case, in the order of the first. */
  private static final String SEVERAL =
      "\u00dfSS\0\u0149\u02bcN\0\u01f0J\u030c\0"
          + "\u0390\u0399\u0308\u0301\u03b0\u03a5\u0308\u0301\u0587\u0535\u0552\0"
          + "\u1e96H\u0331\0\u1e97T\u0308\0\u1e98W\u030a\0"
          + "\u1e99Y\u030a\0\u1e9aA\u02be\0\u1f50\u03a5\u0313\0"
          + "\u1f52\u03a5\u0313\u0300\u1f54\u03a5\u0313\u0301\u1f56\u03a5\u0313\u0342"
          + "\u1f80\u1f08\u0399\0\u1f81\u1f09\u0399\0\u1f82\u1f0a\u0399\0"
          + "\u1f83\u1f0b\u0399\0\u1f84\u1f0c\u0399\0\u1f85\u1f0d\u0399\0"
          + "\u1f86\u1f0e\u0399\0\u1f87\u1f0f\u0399\0\u1f88\u1f08\u0399\0"
          + "\u1f89\u1f09\u0399\0\u1f8a\u1f0a\u0399\0\u1f8b\u1f0b\u0399\0"
          + "\u1f8c\u1f0c\u0399\0\u1f8d\u1f0d\u0399\0\u1f8e\u1f0e\u0399\0"
          + "\u1f8f\u1f0f\u0399\0\u1f90\u1f28\u0399\0\u1f91\u1f29\u0399\0"
          + "\u1f92\u1f2a\u0399\0\u1f93\u1f2b\u0399\0\u1f94\u1f2c\u0399\0"
          + "\u1f95\u1f2d\u0399\0\u1f96\u1f2e\u0399\0\u1f97\u1f2f\u0399\0"
          + "\u1f98\u1f28\u0399\0\u1f99\u1f29\u0399\0\u1f9a\u1f2a\u0399\0"
          + "\u1f9b\u1f2b\u0399\0\u1f9c\u1f2c\u0399\0\u1f9d\u1f2d\u0399\0"
          + "\u1f9e\u1f2e\u0399\0\u1f9f\u1f2f\u0399\0\u1fa0\u1f68\u0399\0"
          + "\u1fa1\u1f69\u0399\0\u1fa2\u1f6a\u0399\0\u1fa3\u1f6b\u0399\0"
          + "\u1fa4\u1f6c\u0399\0\u1fa5\u1f6d\u0399\0\u1fa6\u1f6e\u0399\0"
          + "\u1fa7\u1f6f\u0399\0\u1fa8\u1f68\u0399\0\u1fa9\u1f69\u0399\0"
          + "\u1faa\u1f6a\u0399\0\u1fab\u1f6b\u0399\0\u1fac\u1f6c\u0399\0"
          + "\u1fad\u1f6d\u0399\0\u1fae\u1f6e\u0399\0\u1faf\u1f6f\u0399\0"
          + "\u1fb2\u1fba\u0399\0\u1fb3\u0391\u0399\0\u1fb4\u0386\u0399\0"
          + "\u1fb6\u0391\u0342\0\u1fb7\u0391\u0342\u0399\u1fbc\u0391\u0399\0"
          + "\u1fc2\u1fca\u0399\0\u1fc3\u0397\u0399\0\u1fc4\u0389\u0399\0"
          + "\u1fc6\u0397\u0342\0\u1fc7\u0397\u0342\u0399\u1fcc\u0397\u0399\0"
          + "\u1fd2\u0399\u0308\u0300\u1fd3\u0399\u0308\u0301\u1fd6\u0399\u0342\0"
          + "\u1fd7\u0399\u0308\u0342\u1fe2\u03a5\u0308\u0300\u1fe3\u03a5\u0308\u0301"
          + "\u1fe4\u03a1\u0313\0\u1fe6\u03a5\u0342\0\u1fe7\u03a5\u0308\u0342"
          + "\u1ff2\u1ffa\u0399\0\u1ff3\u03a9\u0399\0\u1ff4\u038f\u0399\0"
          + "\u1ff6\u03a9\u0342\0\u1ff7\u03a9\u0342\u0399\u1ffc\u03a9\u0399\0"
          + "\ufb00FF\0\ufb01FI\0\ufb02FL\0"
          + "\ufb03FFI\ufb04FFL\ufb05ST\0"
          + "\ufb06ST\0\ufb13\u0544\u0546\0\ufb14\u0544\u0535\0"
          + "\ufb15\u0544\u053b\0\ufb16\u054e\u0546\0\ufb17\u0544\u053d\0";

  private static final int ROW = 4;
  private static final char DOTTED_I = '\u0130';
  private static final char DOTLESS_I = '\u0131';
  private static final char DOT_ABOVE = '\u0307';
  private static final char SIGMA = '\u03a3';
  private static final char LAST_SIGMA = '\u03c2';
  private static final char FIRST_OF_SEVERAL = '\u00df';
  private static final char LAST_WITHOUT_GAPS = '\u024f';

  private Letters() {}

  /** For {@link String#toUpperCase()}, where the language is nobody's. */
  public static String toUpperCase(String text) {
    return upper(text, false);
  }

  /** For {@link String#toUpperCase(Locale)}. */
  public static String toUpperCase(String text, Locale locale) {
    return upper(text, isTurkic(locale));
  }

  /** For {@link String#toLowerCase()}, where the language is nobody's. */
  public static String toLowerCase(String text) {
    return lower(text, false);
  }

  /** For {@link String#toLowerCase(Locale)}. */
  public static String toLowerCase(String text, Locale locale) {
    return lower(text, isTurkic(locale));
  }

  /** For {@link String#equalsIgnoreCase}. */
  public static boolean equalsIgnoreCase(String text, String other) {
    return other != null
        && text.length() == other.length()
        && compareToIgnoreCase(text, other) == 0;
  }

  /** For {@link String#compareToIgnoreCase}. */
  public static int compareToIgnoreCase(String text, String other) {
    int common = Math.min(text.length(), other.length());
    for (int at = 0; at < common; ) {
      int one = text.codePointAt(at);
      int two = other.codePointAt(at);
      if (one != two && fold(one) != fold(two)) return fold(one) - fold(two);
      at += Character.charCount(one);
    }
    return text.length() - other.length();
  }

  /** For {@link String#regionMatches(boolean, int, String, int, int)}. */
  public static boolean regionMatches(
      String text, boolean ignoreCase, int offset, String other, int otherOffset, int length) {
    boolean inside =
        offset >= 0
            && otherOffset >= 0
            && offset <= (long) text.length() - length
            && otherOffset <= (long) other.length() - length;
    if (!inside) return false;
    if (length <= 0) return true;
    String one = text.substring(offset, offset + length);
    String two = other.substring(otherOffset, otherOffset + length);
    return ignoreCase ? equalsIgnoreCase(one, two) : one.equals(two);
  }

  private static int fold(int letter) {
    return lower(upper(letter));
  }

  private static boolean isTurkic(Locale locale) {
    String language = locale.getLanguage();
    return language.equals("tr") || language.equals("az");
  }

  private static int upper(int letter) {
    return checked(letter, Character.toUpperCase(letter));
  }

  private static int lower(int letter) {
    return checked(letter, Character.toLowerCase(letter));
  }

  /** The compiler's tables also change what lies between letters and is none. */
  private static int checked(int letter, int changed) {
    boolean both =
        letter <= LAST_WITHOUT_GAPS
            || changed == letter
            || (Character.isDefined(letter) && Character.isDefined(changed));
    return both ? changed : letter;
  }

  private static String upper(String text, boolean turkic) {
    StringBuilder upper = null;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      int next = at + Character.charCount(letter);
      int several = letter < FIRST_OF_SEVERAL ? -1 : several(letter);
      int one = turkic && letter == 'i' ? DOTTED_I : upper(letter);
      if (upper == null && (several >= 0 || one != letter)) {
        upper = new StringBuilder(text.length() + ROW).append(text, 0, at);
      }
      if (upper != null) {
        if (several < 0) upper.appendCodePoint(one);
        else append(several, upper);
      }
      at = next;
    }
    return upper == null ? text : upper.toString();
  }

  private static void append(int row, StringBuilder upper) {
    for (int at = row + 1; at < row + ROW && SEVERAL.charAt(at) != 0; at++) {
      upper.append(SEVERAL.charAt(at));
    }
  }

  /** Where the row of a letter begins, or -1. */
  private static int several(int letter) {
    int low = 0;
    int high = SEVERAL.length() / ROW - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = SEVERAL.charAt(middle * ROW);
      if (found == letter) return middle * ROW;
      if (found < letter) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private static String lower(String text, boolean turkic) {
    StringBuilder lower = null;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      int next = at + Character.charCount(letter);
      int one = lower(text, at, letter, turkic);
      boolean dotted = letter == DOTTED_I && !turkic;
      if (lower == null && one != letter) {
        lower = new StringBuilder(text.length() + 1).append(text, 0, at);
      }
      if (lower != null) lower.appendCodePoint(one);
      if (dotted && lower != null) lower.append(DOT_ABOVE);
      // The dot is part of the letter then.
      boolean dotTaken = turkic && letter == 'I' && one == 'i';
      at = dotTaken ? next + 1 : next;
    }
    return lower == null ? text : lower.toString();
  }

  private static int lower(String text, int at, int letter, boolean turkic) {
    if (letter == DOTTED_I) return 'i';
    if (letter == SIGMA && endsWord(text, at)) return LAST_SIGMA;
    if (letter != 'I' || !turkic) return lower(letter);
    return at + 1 < text.length() && text.charAt(at + 1) == DOT_ABOVE ? 'i' : DOTLESS_I;
  }

  /** Whether a sigma has a letter before it in its word, and none behind. */
  private static boolean endsWord(String text, int sigma) {
    boolean begun = false;
    for (int at = sigma; at > 0 && !begun && isInWord(text, at - 1); ) {
      at -= Character.charCount(text.codePointBefore(at));
      begun = isCased(text.codePointAt(at));
    }
    if (!begun) return false;
    for (int at = sigma + 1; at < text.length() && isInWord(text, at); ) {
      if (isCased(text.codePointAt(at))) return false;
      at += Character.charCount(text.codePointAt(at));
    }
    return true;
  }

  private static boolean isInWord(String text, int at) {
    char unit = text.charAt(at);
    return Character.isLetterOrDigit(unit)
        || Character.isSurrogate(unit)
        || unit == '_'
        || Character.getType(unit) == Character.NON_SPACING_MARK
        || Character.getType(unit) == Character.FORMAT
        || isBetweenLetters(text, at);
  }

  private static boolean isBetweenLetters(String text, int at) {
    return "'.:\u00b7\u2019".indexOf(text.charAt(at)) >= 0
        && at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean isCased(int letter) {
    return lower(letter) != letter || upper(letter) != letter;
  }
}
