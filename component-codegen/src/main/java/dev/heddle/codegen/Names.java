package dev.heddle.codegen;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that are unique among those given out here, and conversions between conventions. */
final class Names {
  private final Set<String> taken;

  Names(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  Names(String... taken) {
    this(Set.of(taken));
  }

  /** The first of {@code candidates} that is free, or the last with a number. */
  String unique(List<String> candidates) {
    for (String candidate : candidates) {
      if (taken.add(candidate)) return candidate;
    }
    String last = candidates.getLast();
    for (int number = 2; ; number++) {
      String numbered = Character.isDigit(last.charAt(last.length() - 1)) ? "_" : "";
      if (taken.add(last + numbered + number)) return last + numbered + number;
    }
  }

  String unique(String candidate) {
    return unique(List.of(candidate));
  }

  /** {@code userId} as {@code user_id}. */
  static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && camel.charAt(i - 1) != '_') {
        boolean afterLower = !Character.isUpperCase(camel.charAt(i - 1));
        boolean beforeLower = i + 1 < camel.length() && Character.isLowerCase(camel.charAt(i + 1));
        if (afterLower || beforeLower) snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }

  /** {@code userId} as {@code USER_ID}. */
  static String constant(String camel) {
    return camel.equals(camel.toUpperCase(Locale.ROOT))
        ? camel
        : snake(camel).toUpperCase(Locale.ROOT);
  }

  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** {@code LineItem} as {@code lineItem}, {@code URL} as {@code url}. */
  static String decapitalized(String name) {
    if (name.equals(name.toUpperCase(Locale.ROOT))) return name.toLowerCase(Locale.ROOT);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
