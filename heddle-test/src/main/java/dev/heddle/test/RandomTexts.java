package dev.heddle.test;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that programs stumble over. */
final class RandomTexts {
  private static final int LONG = 3_000;

  /** Letters that change their number or their shape with their case, signs of formats, ends. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "0",
          "-1",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\0",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\u00df",
          "\u1e9e",
          "\u0130",
          "\u0131",
          "\u017f",
          "\ufb01",
          "\ufb04",
          "\u01c5",
          "\u0149",
          "\u0390",
          "\u1fb3",
          "\u1fbc",
          "\u0587",
          "\u212a",
          "\u00b5",
          "\u03a3",
          "\u03c2",
          "O\u03a3",
          "e\u0301",
          "\u00e9",
          "\u05d0",
          "\u65e5\u672c",
          "\ud83d\ude00",
          "\ud835\udcb3",
          "\ud801\udc00",
          "\ud83d\udc69\u200d\ud83d\udcbb",
          "%s",
          "%n",
          "$1",
          "\\",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "(",
          "*",
          "+",
          "?",
          ".",
          "|",
          "^",
          "/",
          "&",
          "<",
          "=",
          ",",
          ";",
          "1e309",
          "NaN",
          "null",
          "true",
          "0x1p3",
          "2024-02-30",
          "user@example.com");

  private RandomTexts() {}

  static String draw(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> word(random, 12);
      case 2 -> Integer.toString(random.nextInt());
      case 3 -> random.nextInt(8) == 0 ? pieces(random, 1).repeat(LONG) : pieces(random, 2);
      case 4 -> Character.toString(letter(random));
      default -> pieces(random, 1 + random.nextInt(4));
    };
  }

  private static String word(RandomGenerator random, int longest) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    for (int i = 0; i < length; i++) word.append((char) ('a' + random.nextInt(26)));
    return random.nextBoolean()
        ? word.toString()
        : word.toString().toUpperCase(java.util.Locale.ROOT);
  }

  private static String pieces(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) text.append(PIECES.get(random.nextInt(PIECES.size())));
    return text.toString();
  }

  /** Any character that is one, so no half of a pair. */
  private static int letter(RandomGenerator random) {
    while (true) {
      int candidate = random.nextInt(random.nextBoolean() ? 0x600 : Character.MAX_CODE_POINT + 1);
      if (Character.isDefined(candidate) && Character.getType(candidate) != Character.SURROGATE) {
        return candidate;
      }
    }
  }
}
