package dev.heddle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/boundaries.md says that sandboxable code has not is what the rules refuse. */
class BoundariesDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/boundaries.md");

  @Test
  void tellsAllThatIsLacking() throws IOException {
    List<String> told =
        Files.readAllLines(DOCUMENT).stream()
            .dropWhile(line -> !line.startsWith("| has or uses no"))
            .skip(2)
            .takeWhile(line -> line.startsWith("| "))
            .map(line -> line.replaceFirst("\\| (\\w+).*", "$1").toLowerCase(Locale.ROOT))
            .toList();
    List<String> refused =
        Stream.of(Lacking.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    assertThat(told).contains("static").containsAll(refused).hasSize(refused.size() + 1);
  }
}
