package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A password that stands in the configuration or in a file; never shown.
 *
 * @param property its property; the file's has {@code -file} at its end
 * @param value the password itself
 * @param file the file that holds it, and perhaps a line feed at its end
 */
record Passwords(String property, @Nullable String value, @Nullable Path file) {

  List<Problem> problems() {
    if (value != null && file != null) {
      return List.of(
          new Problem(
              "a password stands in one place",
              "both " + property + " and " + property + "-file are set",
              "Remove one of them"));
    }
    if (file == null || Files.isReadable(file)) return List.of();
    return List.of(
        new Problem(
            "a password's file can be read",
            property + "-file is " + file + ", which cannot be read",
            "Mount the secret there, or name its file"));
  }

  /** The password, empty when there is none. */
  String get() {
    if (value != null) return value;
    if (file == null) return "";
    try {
      return Files.readString(file).stripTrailing();
    } catch (IOException failure) {
      throw new IllegalStateException("cannot read " + file, failure);
    }
  }

  @Override
  public String toString() {
    return property;
  }
}
