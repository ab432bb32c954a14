package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the settings below a prefix. */
final class SettingProblems {
  private final String prefix;
  private final List<Problem> problems = new ArrayList<>();

  SettingProblems(String prefix) {
    this.prefix = prefix;
  }

  /** {@code url} must be there, with one of {@code schemes} and a host, and without a password. */
  SettingProblems url(String name, @Nullable String url, List<String> schemes, String example) {
    if (url == null || url.isBlank()) return missing(name, "such as " + example);
    if (isUrl(url, schemes)) return this;
    // The value is not shown: it may hold a password.
    return wrong(
        name,
        "is not a URL with a host and the scheme "
            + String.join(" or ", schemes)
            + ", or holds a user's name or password",
        "Write it such as " + example + ", and the user and password in properties of their own");
  }

  private static boolean isUrl(String url, List<String> schemes) {
    try {
      URI parsed = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
      return schemes.stream().anyMatch(scheme -> url.startsWith(scheme + "://"))
          && parsed.getHost() != null
          && parsed.getRawUserInfo() == null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  SettingProblems text(String name, @Nullable String value, String example) {
    return value == null || value.isBlank() ? missing(name, "such as " + example) : this;
  }

  SettingProblems matches(String name, String value, String pattern, String words) {
    return value.matches(pattern) ? this : wrong(name, "is '" + value + "'", "Make it " + words);
  }

  SettingProblems timeout(Duration timeout) {
    return between(
        "timeout", timeout, Duration.ofMillis(1), Duration.ofMinutes(10), "from 1ms to 10m");
  }

  SettingProblems between(
      String name, Duration value, Duration least, Duration most, String words) {
    boolean inRange = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    return inRange ? this : wrong(name, "is " + value, "Make it " + words);
  }

  /** {@code file} can be read, if there is one. */
  SettingProblems readable(String name, @Nullable Path file) {
    return file == null || Files.isReadable(file)
        ? this
        : wrong(name, "is " + file + ", which cannot be read", "Mount it there, or name its file");
  }

  SettingProblems connections(int connections) {
    return connections >= 1 && connections <= 1000
        ? this
        : wrong("connections", "is " + connections, "Make it from 1 to 1000");
  }

  SettingProblems password(Passwords password) {
    problems.addAll(password.problems());
    return this;
  }

  private SettingProblems missing(String name, String example) {
    return wrong(name, "is not set", "Set it, " + example);
  }

  private SettingProblems wrong(String name, String found, String remedy) {
    problems.add(
        new Problem(
            "a backend's settings are complete", prefix + "." + name + " " + found, remedy));
    return this;
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
