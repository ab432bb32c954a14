package dev.heddle.backends;

/**
 * Names of objects for keys: printable ASCII that sorts as the keys' UTF-16 code units do, and has
 * no segment that is empty, {@code .} or {@code ..}, which many servers and proxies change.
 *
 * <p>Most of ASCII stands for itself. A dot that begins a segment becomes {@code .-}, a slash that
 * does {@code .~}. Other characters become a mark, higher for higher ones, and digits of six bits:
 * those up to {@code !} take {@code !} and one digit, from <code>{</code> to U+07FF <code>{</code>
 * and two, to U+D7FF {@code |} and three, above U+FFFF <code>}</code> and four, from U+E000 to
 * U+FFFF {@code ~} and three. So no name is longer than twice its key in UTF-8.
 */
final class ObjectNames {
  private static final String DIGITS =
      "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private ObjectNames() {}

  static String name(String key) {
    StringBuilder name = new StringBuilder(key.length() + 16);
    boolean begins = true;
    for (int i = 0; i < key.length(); ) {
      int character = key.codePointAt(i);
      i += Character.charCount(character);
      if (begins && character == '.') name.append(".-");
      else if (begins && character == '/') name.append(".~");
      else append(name, character);
      begins = character == '/';
    }
    return name.toString();
  }

  private static void append(StringBuilder name, int character) {
    if (character <= '!') digits(name.append('!'), character, 1);
    else if (character < '{') name.append((char) character);
    else if (character < 0x800) digits(name.append('{'), character, 2);
    else if (character < 0xD800) digits(name.append('|'), character, 3);
    else if (character > 0xFFFF) digits(name.append('}'), character, 4);
    else digits(name.append('~'), character, 3);
  }

  private static void digits(StringBuilder name, int number, int count) {
    for (int i = count - 1; i >= 0; i--) name.append(DIGITS.charAt(number >> 6 * i & 0x3F));
  }

  /** The key that {@link #name} gives this name. */
  static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    boolean begins = true;
    for (int i = 0; i < name.length(); ) {
      char mark = name.charAt(i);
      int digits = digits(mark, begins);
      if (begins && mark == '.') key.append(name.charAt(i + 1) == '-' ? '.' : '/');
      else if (digits == 0) key.append(mark);
      else key.appendCodePoint(number(name, i + 1, digits));
      i += 1 + digits;
      begins = key.charAt(key.length() - 1) == '/';
    }
    return key.toString();
  }

  private static int digits(char mark, boolean begins) {
    return switch (mark) {
      case '.' -> begins ? 1 : 0;
      case '!' -> 1;
      case '{' -> 2;
      case '|', '~' -> 3;
      case '}' -> 4;
      default -> 0;
    };
  }

  private static int number(String name, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++)
      number = number << 6 | DIGITS.indexOf(name.charAt(i));
    return number;
  }
}
