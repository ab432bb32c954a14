package dev.heddle.wasm.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** For texts of messages, of which nearly all are ASCII; null for the others. */
  public static @Nullable String ascii(byte[] bytes, int from, int length) {
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      byte next = bytes[from + i];
      if (next < 0) return null;
      characters[i] = (char) next;
    }
    return text(characters);
  }

  /** For the same, on their way out. */
  public static int copy(String text, char[] scratch, byte[] target, int start) {
    char[] characters = characters(text);
    int seen = 0;
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      seen |= c;
      target[start + i] = (byte) c;
    }
    return seen;
  }

  /** For {@link String#compareTo(String)}. */
  public static int compareTo(String text, String other) {
    char[] left = characters(text);
    char[] right = characters(other);
    int shared = Math.min(left.length, right.length);
    for (int i = 0; i < shared; i++) {
      int difference = left[i] - right[i];
      if (difference != 0) return difference;
    }
    return left.length - right.length;
  }

  /** For {@link String#equals(Object)}. */
  public static boolean equals(String text, Object other) {
    if (text == other) return true;
    if (!(other instanceof String second)) return false;
    char[] left = characters(text);
    char[] right = characters(second);
    if (left.length != right.length) return false;
    for (int i = 0; i < left.length; i++) {
      if (left[i] != right[i]) return false;
    }
    return true;
  }

  /** What a text holds: the array itself. {@link dev.heddle.wasm.Grafts} has the body. */
  private static native char[] characters(String text);

  /** A text that holds this array itself. {@link dev.heddle.wasm.Grafts} has the body. */
  private static native String text(char[] characters);

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
