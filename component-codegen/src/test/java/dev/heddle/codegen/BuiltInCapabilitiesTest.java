package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the capabilities of component-api travel is kept there as sources, for that module is built
 * before the processor. {@code mvn test -pl component-codegen -am -Dheddle.goldens=refresh} writes
 * them anew.
 */
final class BuiltInCapabilitiesTest {
  private static final Path API = Path.of("../component-api/src/main");
  private static final Path KEPT = API.resolve("generated-sources");
  private static final Path PACKAGES = API.resolve("java/dev/heddle/component");

  /** Not among them: {@code EventPublisher}, which travels as {@code EncodedEventPublisher}. */
  private static final List<String> CAPABILITIES =
      List.of(
          "capability/BlobStore",
          "capability/HttpCaller",
          "capability/KeyValueStore",
          "capability/Log",
          "capability/RandomSource",
          "capability/Secrets",
          "capability/Settings",
          "spi/EncodedEventPublisher");

  @Test
  void areAsTheProcessorWritesThem(@TempDir Path output) throws IOException {
    List<Path> sources =
        CAPABILITIES.stream().map(name -> PACKAGES.resolve(name + ".java")).toList();
    Compilation compilation = Compilation.of(sources, output, "-proc:only");
    assertThat(compilation.errors()).isEmpty();
    if ("refresh".equals(System.getProperty("heddle.goldens"))) refresh(output);
    List<Path> generated = files(output);
    assertThat(files(KEPT)).containsExactlyElementsOf(generated);
    for (Path file : generated) {
      assertThat(KEPT.resolve(file)).hasSameTextualContentAs(output.resolve(file));
    }
  }

  @Test
  void areAllThatAreMarked() throws IOException {
    try (Stream<Path> files = Files.walk(PACKAGES)) {
      List<String> marked =
          files
              .filter(file -> file.toString().endsWith(".java") && capability(file))
              .map(file -> PACKAGES.relativize(file).toString().replace(".java", ""))
              .filter(name -> !name.equals("capability/EventPublisher"))
              .sorted()
              .toList();
      assertThat(marked).isEqualTo(CAPABILITIES);
    }
  }

  private static boolean capability(Path file) {
    try {
      return Files.readAllLines(file).contains("@Capability");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static void refresh(Path output) throws IOException {
    if (Files.exists(KEPT)) for (Path old : files(KEPT)) Files.delete(KEPT.resolve(old));
    for (Path file : files(output)) {
      Path kept = KEPT.resolve(file);
      Files.createDirectories(Objects.requireNonNull(kept.getParent()));
      Files.copy(output.resolve(file), kept);
    }
  }

  /** Files under a folder, relative to it. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
