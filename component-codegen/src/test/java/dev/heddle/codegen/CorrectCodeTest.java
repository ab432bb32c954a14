package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorrectCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"shop", "shapes", "awkward"})
  void compilesWithoutAWarning(String folder, @TempDir Path output) {
    Compilation compilation =
        Compilation.of(folder, output, "-Werror", "-Xlint:all,-processing,-classfile");

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.succeeded()).isTrue();
  }

  @Test
  void protocTakesWhatIsGeneratedForAwkwardNames(@TempDir Path output, @TempDir Path scratch)
      throws Exception {
    Compilation compilation = Compilation.of("awkward", output);
    assertThat(compilation.errors()).isEmpty();

    String names = "com/google/awkward/names/Names.proto";
    assertThat(ProtoCompiler.compile(output, names, scratch).getServices()).hasSize(1);
    assertThat(ProtoCompiler.compile(output, "unnamed/Unnamed.proto", scratch).getServices())
        .hasSize(1);
  }
}
