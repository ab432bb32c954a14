package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestClassLoaderTest {
  @TempDir Path folder;

  @Test
  void twoModulesHaveNoClassOfTheSameName() throws Exception {
    List<CompiledForm> forms = List.of(compiled("one"), compiled("other"));

    assertThat(forms.get(0).classes().keySet())
        .isNotEmpty()
        .allMatch(name -> name.startsWith(forms.get(0).packageName() + "."))
        .doesNotContainAnyElementsOf(forms.get(1).classes().keySet());
  }

  @Test
  void asksNobodyElseForAModulesClasses() {
    // There is such a class, on the class path of the tests.
    String name = "dev.heddle.sandbox.guest.JavaGuest";
    GuestClassLoader loader = new GuestClassLoader(Map.of());

    assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
        .isNotNull();
  }

  private CompiledForm compiled(String digest) throws Exception {
    Path cache = folder.resolve(digest);
    new EndiveEngine(Optional.of(CompiledCache.standard(cache)))
        .compile(GuestModule.read(HandMade.echo()), GuestAbi.JAVA_1, Set.of(), digest);
    try (Stream<Path> entries = Files.list(cache)) {
      byte[] entry = Files.readAllBytes(entries.findFirst().orElseThrow());
      return CompiledForm.of(ByteBuffer.wrap(entry, Long.BYTES, entry.length - Long.BYTES));
    }
  }
}
