package dev.heddle.boutique.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/annotations.md} against the Javadoc of the annotations. What stands between
 * {@code <!-- annotations: FOLDER -->} and {@code <!-- end -->} is made from the sources in a
 * folder. After a change that is meant, {@code mvn test -pl sample-app -am -Dheddle.docs=refresh}
 * writes it anew.
 */
final class AnnotationsDocumentTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCUMENT = ROOT.resolve("docs/annotations.md");
  private static final Pattern SECTION =
      Pattern.compile("(<!-- annotations: (\\S+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

  @Test
  void saysWhatTheSourcesSay() throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher section = SECTION.matcher(document);
    StringBuilder expected = new StringBuilder();
    while (section.find()) {
      String text = section.group(1) + reference(section.group(2)) + section.group(4);
      section.appendReplacement(expected, Matcher.quoteReplacement(text));
    }
    section.appendTail(expected);
    if ("refresh".equals(System.getProperty("heddle.docs"))) {
      Files.writeString(DOCUMENT, expected);
      return;
    }
    assertThat(document)
        .as("mvn test -pl sample-app -am -Dheddle.docs=refresh writes %s anew", DOCUMENT)
        .isEqualTo(expected.toString());
  }

  @Test
  void hasEveryAnnotation() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (String folder : List.of("component-api", "heddle-test")) {
      for (Path source : sources(folder + "/src/main/java")) {
        String name = source.getFileName().toString().replace(".java", "");
        assertThat(document).contains("\n### @" + name + "\n");
      }
    }
  }

  private static String reference(String folder) throws IOException {
    return sources(folder).stream()
        .map(source -> AnnotationText.of(source).markdown())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(AnnotationsDocumentTest::declaresAnAnnotation)
          .sorted()
          .toList();
    }
  }

  private static boolean declaresAnAnnotation(Path file) {
    try {
      return Files.readString(file).contains("\npublic @interface ");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
