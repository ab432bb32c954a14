package dev.heddle.boutique.values;

/** What the values of this shop are checked with when they are made. */
public final class Require {
  private Require() {}

  /**
   * A text of {@code least} to {@code most} characters without control characters.
   *
   * @throws IllegalArgumentException naming the text and what is wrong with it
   */
  public static String text(String name, String value, int least, int most) {
    int length = value.length();
    that(
        length >= least && length <= most,
        name + " must have " + least + " to " + most + " characters, found " + length);
    for (int i = 0; i < length; i++)
      that(!Character.isISOControl(value.charAt(i)), name + " has a control character at " + i);
    return value;
  }

  /**
   * An identifier: 1 to {@code most} ASCII letters, digits, dashes or underscores.
   *
   * @throws IllegalArgumentException naming the identifier and what is wrong with it
   */
  public static String id(String name, String value, int most) {
    text(name, value, 1, most);
    for (int i = 0; i < value.length(); i++)
      that(
          isIdPart(value.charAt(i)),
          name + " must be of letters, digits, '-' and '_', found another character at " + i);
    return value;
  }

  /** Refuses with a message when a rule does not hold. */
  public static void that(boolean holds, String otherwise) {
    if (!holds) throw new IllegalArgumentException(otherwise);
  }

  private static boolean isIdPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
