package dev.heddle.boutique.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.documents.Document.Block;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/**
 * Holds that the blocks in the README and in docs are right: Java compiles, with the annotation
 * processor, and settings of Heddle exist. A block of Java holds types of one file without the
 * usual imports, and sees those of the blocks before it in its document; {@link Document} says what
 * comments change that.
 */
final class DocumentsTest {
  private static final Set<String> LANGUAGES =
      Set.of(
          "",
          "c",
          "java",
          "properties",
          "yaml",
          "sh",
          "console",
          "json",
          "xml",
          "mermaid",
          "promql",
          "protobuf",
          "sql",
          "text",
          "diff");
  private static final String REMEDY =
      "Mend the block, or say in the line before it what it is: <!-- members -->, <!-- statements"
          + " -->, <!-- imports: PACKAGE.* --> or <!-- unchecked: REASON -->";

  static Stream<Document> documents() throws IOException {
    return Document.all().stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theJavaInItCompiles(Document document, @TempDir Path output) {
    List<String> errors = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block.language().equals("java") && !block.unchecked()) {
        errors.addAll(new Snippet(block).compile(output));
      }
    }
    assertThat(errors).as(REMEDY).isEmpty();
  }

  @Test
  void settingsInItExist() throws IOException {
    Settings settings = Settings.ofHeddle();
    List<String> unknown = new ArrayList<>();
    Document.blocks("properties", "yaml")
        .forEach(
            block ->
                properties(block).stringPropertyNames().stream()
                    .filter(name -> name.startsWith("heddle.") && !settings.know(name))
                    .forEach(
                        name -> unknown.add(block.place() + ": there is no property " + name)));
    assertThat(unknown).as("docs/configuration.md has all properties. " + REMEDY).isEmpty();
  }

  @Test
  void everyBlockIsInALanguageThatIsKnown() throws IOException {
    List<String> unknown =
        documents()
            .flatMap(document -> document.blocks().stream())
            .filter(block -> !LANGUAGES.contains(block.language()))
            .map(block -> block.place() + ": " + block.language())
            .toList();
    assertThat(unknown).as("Of the languages " + LANGUAGES + " some blocks are checked").isEmpty();
  }

  private static Properties properties(Block block) {
    try {
      Properties properties = new Properties();
      if (block.language().equals("properties")) {
        properties.load(new StringReader(block.text()));
        return properties;
      }
      YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
      yaml.setResources(new ByteArrayResource(block.text().getBytes("UTF-8")));
      properties.putAll(yaml.getObject());
      return properties;
    } catch (IOException | RuntimeException broken) {
      throw new AssertionError(block.place() + ": " + broken.getMessage(), broken);
    }
  }
}
