package dev.heddle.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir private Path folder;

  @Test
  void seesFilesComeChangeAndGo() throws Exception {
    Path first = Files.writeString(folder.resolve("First.java"), "1");
    try (SourceTree tree = new SourceTree(List.of(folder, folder.resolve("missing")))) {
      Map<Path, SourceTree.Stamp> before = tree.look();
      assertThat(before).containsOnlyKeys(first);
      assertThat(tree.look()).isEqualTo(before);

      Path second = folder.resolve("deep/er/Second.java");
      Files.createDirectories(second.getParent());
      Files.writeString(second, "2");
      Files.writeString(first, "longer");
      Map<Path, SourceTree.Stamp> after = tree.look();
      assertThat(after).containsOnlyKeys(first, second);
      assertThat(after.get(first)).isNotEqualTo(before.get(first));

      Files.delete(first);
      assertThat(tree.look()).containsOnlyKeys(second);
    }
  }

  @Test
  void wakesUpWhenAFileIsWrittenInANewFolder() throws Exception {
    try (SourceTree tree = new SourceTree(List.of(folder))) {
      Path deep = Files.createDirectories(folder.resolve("deep"));
      tree.look();
      Thread.ofVirtual().start(() -> write(deep.resolve("New.java")));
      // Would end the test by its length alone if no notice came.
      tree.await(Duration.ofHours(1));
      assertThat(tree.look()).containsOnlyKeys(deep.resolve("New.java"));
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "class New {}");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
