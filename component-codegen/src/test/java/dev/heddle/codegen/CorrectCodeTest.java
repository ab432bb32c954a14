package dev.heddle.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void readsTypesFromClassFilesAsFromSources(@TempDir Path library, @TempDir Path output) {
    assertThat(Compilation.of("shop", library, "-parameters").errors()).isEmpty();
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + library;

    Compilation compilation = Compilation.of("client", output, "-cp", classPath);

    assertThat(compilation.errors()).isEmpty();
    assertThat(output.resolve("client/Client_Codec.java"))
        .content()
        .contains("static Money readMoney(ProtoReader in)", "new CartFull(message, limit)");
  }

  @Test
  void eachGeneratedFileOriginatesFromOneSource(@TempDir Path output) {
    Map<String, List<String>> origins = Compilation.of("shop", output).origins();

    assertThat(origins).hasSizeGreaterThan(10);
    assertThat(origins)
        .allSatisfy((file, sources) -> assertThat(sources).as(file).hasSize(1))
        .containsEntry("shop/Cart_Codec.java", List.of("Cart.java"))
        .containsEntry("shop/PersistentCart_Guest.java", List.of("PersistentCart.java"));
  }
}
