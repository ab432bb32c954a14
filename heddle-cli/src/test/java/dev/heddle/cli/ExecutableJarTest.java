package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableJarTest {
  private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-02T00:00:00Z"));
  private static final FileTime AFTER = FileTime.from(Instant.parse("2026-01-03T00:00:00Z"));

  @TempDir private Path module;
  private Path source;

  @BeforeEach
  void writeAModule() throws IOException {
    source = module.resolve("src/main/java/Shop.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Shop {}");
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    for (String path : List.of("src/main/java/Shop.java", "src/main/java", "src/main", "src")) {
      Files.setLastModifiedTime(module.resolve(path), BEFORE);
    }
    Files.setLastModifiedTime(module.resolve("pom.xml"), BEFORE);
    Files.createDirectories(module.resolve("target"));
  }

  @Test
  void isMissingBeforeTheFirstBuild() throws IOException {
    assertThat(ExecutableJar.of(module)).isEmpty();
    assertThat(ExecutableJar.of(module.resolve("src"))).isEmpty();
  }

  @Test
  void isFoundAmongOtherJars() throws IOException {
    jar("library.jar", "META-INF/");
    Files.writeString(module.resolve("target/broken.jar"), "no jar at all");
    Path shop = jar("shop.jar", "BOOT-INF/classes/");
    assertThat(ExecutableJar.of(module)).map(ExecutableJar::file).contains(shop);
  }

  @Test
  void isRefusedWhenThereAreSeveral() throws IOException {
    jar("shop-1.jar", "BOOT-INF/classes/");
    jar("shop-2.jar", "BOOT-INF/classes/");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> ExecutableJar.of(module))
        .withMessageContaining("shop-1.jar, shop-2.jar");
  }

  @Test
  void isCurrentWhileNothingChanges() throws IOException {
    assertThat(stale()).isFalse();
  }

  @Test
  void isStaleWhenASourceChanges() throws IOException {
    Files.setLastModifiedTime(source, AFTER);
    assertThat(stale()).isTrue();
  }

  @Test
  void isStaleWhenASourceGoes() throws IOException {
    Files.delete(source);
    Files.setLastModifiedTime(source.getParent(), AFTER);
    assertThat(stale()).isTrue();
  }

  @Test
  void isStaleWhenThePomChanges() throws IOException {
    Files.setLastModifiedTime(module.resolve("pom.xml"), AFTER);
    assertThat(stale()).isTrue();
  }

  @Test
  void isAsOldAsTheJarThatItWasMadeFrom() throws IOException {
    Files.setLastModifiedTime(source, BUILT);
    Path original = module.resolve("target/shop.jar.original");
    Files.writeString(original, "");
    Files.setLastModifiedTime(original, AFTER);
    assertThat(stale()).isFalse();
  }

  @Test
  void isCurrentAfterABuildThatChangedNothing() throws IOException {
    Files.setLastModifiedTime(source, AFTER);
    Path file = jar("shop.jar", "BOOT-INF/classes/");
    ExecutableJar jar = new ExecutableJar(file);
    jar.madeAt(AFTER);
    assertThat(jar.olderThanSourcesOf(Set.of(module))).isFalse();
  }

  private boolean stale() throws IOException {
    jar("shop.jar", "BOOT-INF/classes/");
    return ExecutableJar.of(module).orElseThrow().olderThanSourcesOf(Set.of(module));
  }

  private Path jar(String name, String entry) throws IOException {
    Path file = module.resolve("target").resolve(name);
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new ZipEntry(entry));
    }
    Files.setLastModifiedTime(file, BUILT);
    return file;
  }
}
