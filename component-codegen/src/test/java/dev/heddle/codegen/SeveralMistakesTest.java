package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeveralMistakesTest {
  @Test
  void reportsEveryMistakeOfACompilationAtOnce(@TempDir Path output) {
    Path mistakes = Compilation.RESOURCES.resolve("mistakes");

    Compilation compilation =
        Compilation.of(
            List.of(
                mistakes.resolve("AnObject.java"),
                mistakes.resolve("AnOverload.java"),
                mistakes.resolve("TwoComponents.java")),
            output);

    assertThat(compilation.errors()).hasSize(3);
  }

  @Test
  void reportsEveryMistakeOfOneInterfaceAtOnce(@TempDir Path output) {
    Compilation compilation = Compilation.of("several", output);

    assertThat(compilation.errors())
        .extracting(error -> error.replaceFirst(".* in (.*?)\\. [A-Z].*", "$1"))
        .containsExactlyInAnyOrder(
            "Several.put(value)", "Several.put(numbers)", "the result of Several.put", "Item.date");
  }

  @Test
  void leavesAMissingTypeToTheCompiler(@TempDir Path output) {
    Compilation compilation = Compilation.of("missing", output);

    assertThat(compilation.errors()).singleElement().asString().startsWith("cannot find symbol");
  }
}
