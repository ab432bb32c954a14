package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fixture holds one mistake: its first line says the error, and the line that ends in {@code
 * // here} is where the error stands.
 */
final class CompileErrorTest {
  private static final String EXPECTED = "// expects: ";
  private static final String HERE = "// here";

  static List<Path> refusesAndSaysWhatToDo() {
    return Compilation.sources("mistakes");
  }

  @ParameterizedTest
  @MethodSource
  void refusesAndSaysWhatToDo(Path fixture, @TempDir Path output) throws IOException {
    List<String> lines = Files.readAllLines(fixture);
    assertThat(lines.getFirst()).startsWith(EXPECTED);

    Compilation compilation = Compilation.of(List.of(fixture), output);

    assertThat(compilation.succeeded()).isFalse();
    assertThat(compilation.errors()).containsExactly(lines.getFirst().substring(EXPECTED.length()));
    assertThat(errorLine(compilation)).isEqualTo(markedLine(lines));
  }

  private static long errorLine(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .orElseThrow()
        .getLineNumber();
  }

  private static long markedLine(List<String> lines) {
    return IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).endsWith(HERE))
            .findFirst()
            .orElseThrow()
        + 1;
  }
}
