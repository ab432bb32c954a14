package dev.heddle.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The identity of everything that decides an application's behaviour: its classes and its
 * components' settings. Equal contents give equal revisions, whenever and wherever they were built.
 */
public final class Revision {
  private static final int SHOWN_DIGITS = 12;

  private final MessageDigest digest;
  private final Set<Path> seen = new HashSet<>();

  private Revision(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * The revision of an application.
   *
   * @param classPath its class path: jars, with those that their manifests name, and folders; what
   *     does not exist counts as absent
   * @param settings what is configured for its components
   * @return the first 12 hexadecimal digits of a SHA-256 digest
   */
  public static String of(List<Path> classPath, Map<String, String> settings) {
    try {
      Revision revision = new Revision(MessageDigest.getInstance("SHA-256"));
      for (Path entry : classPath) revision.addEntry(entry);
      new TreeMap<>(settings).forEach(revision::add);
      return HexFormat.of().formatHex(revision.digest.digest()).substring(0, SHOWN_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    } catch (IOException failure) {
      throw new UncheckedIOException("the application's class path cannot be read", failure);
    }
  }

  /** The class path of this Java process. */
  public static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private void addEntry(Path entry) throws IOException {
    if (!seen.add(entry.toAbsolutePath().normalize())) return;
    if (Files.isDirectory(entry)) addFolder(entry);
    else if (Files.isRegularFile(entry)) addJar(entry);
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      add(folder.relativize(file).toString(), "");
      digest.update(Files.readAllBytes(file));
    }
  }

  private void addJar(Path jar) throws IOException {
    JarContents contents = JarContents.of(jar);
    add(Long.toHexString(contents.entries()), Long.toHexString(contents.sum()));
    // By the rules of class paths a name is a location relative to the jar's.
    URI location = jar.toUri();
    for (String name : contents.classPath().trim().split("\\s+")) {
      if (name.isEmpty()) continue;
      URI named = location.resolve(name);
      if ("file".equals(named.getScheme())) addEntry(Path.of(named));
    }
  }

  private void add(String name, String value) {
    digest.update((name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
  }
}
