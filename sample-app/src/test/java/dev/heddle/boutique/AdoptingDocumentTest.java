package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the differences that {@code docs/adopting.md} shows against the example's folders. One
 * stands between {@code <!-- diff: FROM TO FILE [FILE AFTERWARDS] -->} and {@code <!-- end -->}.
 * After a change that is meant, {@code -Dheddle.docs=refresh} writes them anew.
 */
final class AdoptingDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/adopting.md");
  private static final Path EXAMPLE = Path.of("../examples/adopting");
  private static final String JAVA = "src/main/java/cinema/";
  private static final Pattern DIFF =
      Pattern.compile("(<!-- diff: ([^>]*) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

  @Test
  void theDifferencesShownAreThoseOfTheExample() throws IOException {
    String document = Files.readString(DOCUMENT);
    String expected = DIFF.matcher(document).replaceAll(AdoptingDocumentTest::refreshed);
    if ("refresh".equals(System.getProperty("heddle.docs"))) {
      Files.writeString(DOCUMENT, expected);
      return;
    }
    assertThat(document)
        .as(
            "%s does not show what differs; mvn test -pl sample-app -am -Dheddle.docs=refresh"
                + " writes it anew",
            DOCUMENT)
        .isEqualTo(expected);
  }

  /** What changes in a step is shown or, for the tests that a step adds, new; the rest is equal. */
  @ParameterizedTest
  @CsvSource({"0-spring, 1-component", "1-component, 2-sandboxable", "2-sandboxable, 3-back"})
  void everyDifferenceIsShown(String from, String to) throws IOException {
    Set<String> shown =
        DIFF.matcher(Files.readString(DOCUMENT))
            .results()
            .map(diff -> diff.group(2).split(" "))
            .filter(diff -> diff[0].equals(from) && diff[1].equals(to))
            .flatMap(diff -> Stream.of(diff).skip(2).map(AdoptingDocumentTest::path))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> changed = new TreeSet<>();
    Stream.concat(files(from), files(to))
        .filter(file -> !text(from, file).equals(text(to, file)))
        .filter(Predicate.not(file -> file.startsWith("src/test/") && isNewOrGone(from, to, file)))
        .forEach(changed::add);

    assertThat(shown).as("changed from %s to %s", from, to).isEqualTo(changed);
  }

  private static String refreshed(MatchResult shown) {
    String[] words = shown.group(2).split(" ");
    String before = words[2];
    String after = words[words.length - 1];
    List<String> old = lines(words[0], path(before));
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before, after, old, DiffUtils.diff(old, lines(words[1], path(after))), 2);
    String block =
        lines.stream()
            .map(line -> line.startsWith("@@") ? "@@" : line) // no line numbers
            .collect(Collectors.joining("\n"));
    return Matcher.quoteReplacement(
        shown.group(1) + "```diff\n" + block + "\n```\n" + shown.group(4));
  }

  private static String path(String file) {
    return file.endsWith(".java") ? JAVA + file : file;
  }

  /** The lines of a file but for the artifact's own name; none when the step does not have it. */
  private static List<String> lines(String step, String file) {
    Path path = EXAMPLE.resolve(step).resolve(file);
    try {
      if (!Files.exists(path)) return List.of();
      return Files.readAllLines(path).stream()
          .filter(line -> !line.contains("cinema-") && !line.contains("<name>"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(String step, String file) {
    return String.join("\n", lines(step, file));
  }

  private static boolean isNewOrGone(String from, String to, String file) {
    return lines(from, file).isEmpty() || lines(to, file).isEmpty();
  }

  private static Stream<String> files(String step) throws IOException {
    Path folder = EXAMPLE.resolve(step);
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .map(Path::toString)
          .filter(file -> file.equals("pom.xml") || file.startsWith("src/"))
          .toList()
          .stream();
    }
  }
}
