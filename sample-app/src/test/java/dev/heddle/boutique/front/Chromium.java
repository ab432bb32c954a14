package dev.heddle.boutique.front;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The Chromium of this machine. */
final class Chromium {
  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private Chromium() {}

  /**
   * Its executable: the one that the variable CHROMIUM names, else the first of the usual ones.
   *
   * @throws TestAbortedException when there is none, so that the test is skipped
   */
  static Path required(Map<String, String> environment) {
    List<String> places =
        Optional.ofNullable(environment.get("CHROMIUM")).map(List::of).orElse(USUAL);
    return places.stream()
        .map(Path::of)
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new TestAbortedException(missing(places)));
  }

  private static String missing(List<String> places) {
    return "No Chromium (looked for "
        + String.join(", ", places)
        + "): install it (Debian: apt-get install chromium) or set CHROMIUM to its path";
  }
}
