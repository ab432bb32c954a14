package dev.heddle.wasm.guest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Methods of texts that the compiler's JDK lacks, or has slowly. */
public final class Texts {
  private Texts() {}

  /** For {@link String#lines}. */
  public static Stream<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (int begin = 0; begin < text.length(); ) {
      int end = begin;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
      lines.add(text.substring(begin, end));
      boolean both = text.startsWith("\r\n", end);
      begin = end + (both ? 2 : 1);
    }
    return lines.stream();
  }

  /** For texts of messages, of which nearly all are ASCII. */
  public static String decode(byte[] bytes, int from, int length) {
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      byte next = bytes[from + i];
      if (next < 0) return new String(bytes, from, length, StandardCharsets.UTF_8);
      characters[i] = (char) next;
    }
    return new String(characters);
  }

  /** For {@link StringBuilder#repeat(CharSequence, int)}. */
  public static StringBuilder repeat(StringBuilder builder, CharSequence text, int count) {
    if (count < 0) throw new IllegalArgumentException("count is negative: " + count);
    String repeated = String.valueOf(text);
    for (int i = 0; i < count; i++) builder.append(repeated);
    return builder;
  }

  /** For {@link StringBuilder#repeat(int, int)}. */
  public static StringBuilder repeat(StringBuilder builder, int codePoint, int count) {
    if (count < 0) throw new IllegalArgumentException("count is negative: " + count);
    for (int i = 0; i < count; i++) builder.appendCodePoint(codePoint);
    return builder;
  }
}
