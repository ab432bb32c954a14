package dev.heddle.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How alike two names are. */
final class Names {
  /** As many letters may be wrong in a name that somebody meant. */
  private static final int CLOSE = 3;

  private Names() {}

  /** The known name that was most probably meant, if any is near enough. */
  static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(other -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()))
        .filter(other -> distance(name, other) <= CLOSE);
  }

  /** What to write in the place of a name that no component has. */
  static String suggestion(String name, Collection<String> components) {
    return nearest(name, components).map(other -> "Did you mean " + other + "? ").orElse("")
        + "The components are "
        + String.join(", ", components.stream().sorted().toList());
  }

  /** Letters to insert, delete or exchange to make one of the other, whatever their case. */
  static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) previous[j] = j;
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        int exchanged = previous[j - 1] + (same ? 0 : 1);
        current[j] = Math.min(exchanged, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
