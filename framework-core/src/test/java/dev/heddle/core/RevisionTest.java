package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {
  @TempDir Path folder;

  @Test
  void equalContentsGiveEqualRevisionsWhateverTheirTimes() throws IOException {
    Path one = classes("one", "A");
    Path other = classes("other", "A");
    Files.setLastModifiedTime(other.resolve("A.class"), FileTime.from(Instant.EPOCH));
    assertThat(revision(one)).isEqualTo(revision(other)).matches("[0-9a-f]{12}");
  }

  @Test
  void anotherByteGivesAnotherRevision() throws IOException {
    assertThat(revision(classes("one", "A"))).isNotEqualTo(revision(classes("other", "B")));
  }

  @Test
  void anotherSettingGivesAnotherRevision() throws IOException {
    Path classes = classes("one", "A");
    assertThat(Revision.of(List.of(classes), Map.of("Cart.settings.most", "5")))
        .isNotEqualTo(Revision.of(List.of(classes), Map.of("Cart.settings.most", "6")));
  }

  @Test
  void inAJarTheOrderAndTimesOfEntriesDoNotCount() throws IOException {
    Path one = jar("one.jar", 1_000_000_000_000L, "A", "B");
    Path other = jar("other.jar", 1_500_000_000_000L, "B", "A");
    assertThat(revision(one)).isEqualTo(revision(other));
    assertThat(revision(one)).isNotEqualTo(revision(jar("third.jar", 0, "A", "C")));
  }

  @Test
  void aJarThatTheManifestNamesCountsAsIfItWereOnTheClassPath() throws IOException {
    Path main = manifest("main.jar", "lib/other.jar missing.jar main.jar");
    Files.createDirectories(folder.resolve("lib"));
    jar("lib/other.jar", 0, "A");
    String before = revision(main);
    jar("lib/other.jar", 0, "B");
    assertThat(revision(main)).isNotEqualTo(before);
  }

  @Test
  void onlyTheFirstSectionOfAManifestNamesJars() throws IOException {
    jar("other.jar", 0, "A");
    Path main = manifest("main.jar", "missing.jar", "other.jar");
    String before = revision(main);
    jar("other.jar", 0, "B");
    assertThat(revision(main)).isEqualTo(before);
  }

  @Test
  void entriesThatSwapTheirContentsGiveAnotherRevision() throws IOException {
    Path one = jar("one.jar", Map.of("A", "x", "B", "y"));
    assertThat(revision(one)).isNotEqualTo(revision(jar("other.jar", Map.of("A", "y", "B", "x"))));
    assertThat(revision(one)).isNotEqualTo(revision(jar("third.jar", Map.of("A", "x"))));
  }

  private Path manifest(String name, String classPath) throws IOException {
    return manifest(name, classPath, "");
  }

  /** A jar whose manifest names jars, and others where it speaks of an entry. */
  private Path manifest(String name, String classPath, String ofAnEntry) throws IOException {
    Path jar = folder.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Attributes entry = new Attributes();
    entry.put(Attributes.Name.CLASS_PATH, ofAnEntry);
    manifest.getEntries().put("A.class", entry);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private static String revision(Path entry) {
    return Revision.of(List.of(entry), Map.of());
  }

  private Path classes(String name, String content) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Files.writeString(classes.resolve("A.class"), content);
    return classes;
  }

  private Path jar(String name, long time, String... entries) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    for (String entry : entries) contents.put(entry, entry);
    return jar(name, time, contents);
  }

  private Path jar(String name, Map<String, String> entries) throws IOException {
    return jar(name, 0, entries);
  }

  private Path jar(String name, long time, Map<String, String> entries) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        ZipEntry next = new ZipEntry(entry.getKey() + ".class");
        next.setTime(time);
        zip.putNextEntry(next);
        zip.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
