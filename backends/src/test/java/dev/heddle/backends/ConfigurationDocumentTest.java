package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.backends.ConfigurationMetadata.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the tables of {@code docs/configuration.md} against the metadata. A table stands between
 * {@code <!-- properties: PREFIX PREFIX ... -->} and {@code <!-- end -->}; the rest of the document
 * is written by hand. After a change that is meant, {@code mvn test -pl backends -am
 * -Dheddle.docs=refresh} writes the tables anew.
 */
final class ConfigurationDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/configuration.md");
  private static final Pattern TABLE =
      Pattern.compile("(<!-- properties: ([^>]*) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

  @Test
  void everyPropertyHasADescription() throws IOException {
    assertThat(ConfigurationMetadata.properties())
        .filteredOn(property -> property.description().isEmpty())
        .extracting(Property::name)
        .as("properties without a description: write a @param for each")
        .isEmpty();
  }

  @Test
  void everyPropertyStandsInOneTable() throws IOException {
    String document = Files.readString(DOCUMENT);
    List<String> shown =
        TABLE
            .matcher(document)
            .results()
            .flatMap(table -> rows(table.group(2)))
            .map(Property::name)
            .toList();
    assertThat(shown)
        .as("a prefix in one of the 'properties:' comments of " + DOCUMENT + " covers each")
        .containsExactlyInAnyOrderElementsOf(
            ConfigurationMetadata.properties().stream().map(Property::name).toList());
  }

  @Test
  void theTablesSayWhatTheMetadataSays() throws IOException {
    String document = Files.readString(DOCUMENT);
    String expected = TABLE.matcher(document).replaceAll(ConfigurationDocumentTest::refreshed);
    if ("refresh".equals(System.getProperty("heddle.docs"))) {
      Files.writeString(DOCUMENT, expected);
      return;
    }
    assertThat(document)
        .as(
            "%s is not what the properties' records say; mvn test -pl backends -am"
                + " -Dheddle.docs=refresh writes its tables anew",
            DOCUMENT)
        .isEqualTo(expected);
  }

  private static String refreshed(MatchResult table) {
    String rows =
        rows(table.group(2)).map(ConfigurationDocumentTest::row).collect(Collectors.joining());
    String head = "| property | type | default | what it does |\n| --- | --- | --- | --- |\n";
    return Matcher.quoteReplacement(table.group(1) + head + rows + table.group(4));
  }

  private static Stream<Property> rows(String prefixes) {
    return Stream.of(prefixes.split(" ")).flatMap(ConfigurationDocumentTest::under);
  }

  private static Stream<Property> under(String prefix) {
    try {
      return ConfigurationMetadata.properties().stream()
          .filter(property -> (property.name() + ".").startsWith(prefix + "."));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String row(Property property) {
    String value = property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`";
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            property.name(), property.type(), value, property.description().replace("|", "\\|"));
  }
}
