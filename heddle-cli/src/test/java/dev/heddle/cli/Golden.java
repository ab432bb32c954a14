package dev.heddle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files among the test's resources that say what is expected. */
final class Golden {
  private Golden() {}

  static String text(String name) {
    try (InputStream file = Golden.class.getResourceAsStream("/" + name)) {
      if (file == null) throw new AssertionError("no resource " + name);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
