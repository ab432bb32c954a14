package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated for the shop, file by file. After a change that is meant, {@code mvn test -pl
 * component-codegen -Dheddle.goldens=refresh} writes the goldens anew; read the difference.
 */
final class GoldenTest {
  private static final Path GOLDENS = Compilation.RESOURCES.resolve("golden");

  @TestFactory
  List<DynamicTest> generatesTheGolden(@TempDir Path output) throws IOException {
    Compilation compilation = Compilation.of("shop", output);
    assertThat(compilation.errors()).isEmpty();
    List<Path> generated =
        files(output).filter(file -> !file.toString().endsWith(".class")).toList();
    if ("refresh".equals(System.getProperty("heddle.goldens"))) refresh(output, generated);
    List<Path> expected = files(GOLDENS).toList();
    assertThat(generated).containsExactlyElementsOf(expected);
    return expected.stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> compare(output, file)))
        .toList();
  }

  private static void compare(Path output, Path file) throws IOException {
    assertThat(Files.readString(output.resolve(file)))
        .isEqualTo(Files.readString(GOLDENS.resolve(file)));
  }

  private static void refresh(Path output, List<Path> generated) throws IOException {
    for (Path old : files(GOLDENS).toList()) Files.delete(GOLDENS.resolve(old));
    for (Path file : generated) {
      Path golden = GOLDENS.resolve(file);
      Files.createDirectories(Objects.requireNonNull(golden.getParent()));
      Files.copy(output.resolve(file), golden);
    }
  }

  /** Files under a folder, relative to it. */
  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList().stream();
    }
  }
}
