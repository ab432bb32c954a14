package dev.heddle.core.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names for keys. A key becomes folders and a file: it is cut after each slash, and after 40
 * characters where no slash comes sooner. Lower-case letters, digits, hyphens and underscores stand
 * for themselves, every other character as a percent sign and four digits, so that no name means
 * anything to a file system, two keys never meet on one that ignores case, and no name is longer
 * than 206 characters. A folder's name ends in {@code ~} when a slash follows and else in {@code
 * +}, a file's in {@code .blob}.
 */
final class BlobNames {
  private static final int LONGEST_PART = 40;
  private static final String FILE = ".blob";
  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-F]{4})");
  private static final Pattern SPECIAL = Pattern.compile("[^a-z0-9_-]", Pattern.DOTALL);

  /** What a name stands for: a part of a key, and whether it is the last. */
  record Part(String text, boolean file) {}

  private BlobNames() {}

  /** The names of a key's folders, and of its file. */
  static List<String> of(String key) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (true) {
      int slash = key.indexOf('/', from);
      int cut = from + LONGEST_PART;
      if (slash >= 0 && slash < cut) {
        names.add(escape(key.substring(from, slash)) + "~");
        from = slash + 1;
      } else if (key.length() > cut) {
        names.add(escape(key.substring(from, cut)) + "+");
        from = cut;
      } else {
        names.add(escape(key.substring(from)) + FILE);
        return names;
      }
    }
  }

  /** What a name stands for, empty when {@link #of} never gives it. */
  static Optional<Part> part(String name) {
    Part part =
        name.endsWith(FILE)
            ? new Part(unescape(name, FILE.length()), true)
            : new Part(unescape(name, 1) + (name.endsWith("~") ? "/" : ""), false);
    String suffix = part.file() ? "" : "x";
    boolean given = of(part.text() + suffix).getFirst().equals(name);
    return given ? Optional.of(part) : Optional.empty();
  }

  private static String escape(String part) {
    return SPECIAL
        .matcher(part)
        .replaceAll(
            match ->
                match
                    .group()
                    .chars()
                    .mapToObj(unit -> "%%%04X".formatted(unit))
                    .reduce("", String::concat));
  }

  private static String unescape(String name, int suffix) {
    return ESCAPED
        .matcher(name.substring(0, name.length() - suffix))
        .replaceAll(BlobNames::character);
  }

  private static String character(MatchResult escaped) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
  }
}
