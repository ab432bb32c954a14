package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jar that Spring Boot's plugin leaves in a module's target folder.
 *
 * @param file where it is
 */
record ExecutableJar(Path file) {

  /** The one of a module, if it was built. */
  static Optional<ExecutableJar> of(Path module) throws IOException {
    Path target = module.resolve("target");
    if (!Files.isDirectory(target)) return Optional.empty();
    try (Stream<Path> files = Files.list(target)) {
      List<Path> found = files.filter(ExecutableJar::executable).sorted().toList();
      if (found.size() > 1) {
        throw CommandFailure.failed(
            "several executable jars are in "
                + target
                + ": "
                + String.join(", ", found.stream().map(jar -> "" + jar.getFileName()).toList())
                + ". Remove those of earlier versions");
      }
      return found.stream().findFirst().map(ExecutableJar::new);
    }
  }

  /** The name of the class that the application starts with. */
  String mainClass() throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      @Nullable Manifest manifest = jar.getManifest();
      @Nullable String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Start-Class");
      if (name != null) return name;
    }
    throw CommandFailure.failed(file + " does not name its Start-Class, as Spring Boot's jars do");
  }

  /** Whether it is one indeed. */
  boolean isExecutable() {
    return executable(file);
  }

  /**
   * Whether a source was changed after the jar was made.
   *
   * @param modules folders of the modules that it is made from
   */
  boolean olderThanSourcesOf(Set<Path> modules) throws IOException {
    Newest newest = new Newest();
    for (Path module : modules) {
      newest.note(module.resolve("pom.xml"));
      Path sources = module.resolve("src").resolve("main");
      if (Files.isDirectory(sources)) Files.walkFileTree(sources, newest);
    }
    return newest.time.compareTo(made()) > 0;
  }

  /** Notes that the jar holds what the sources were at a time, though it may not have changed. */
  void madeAt(FileTime time) throws IOException {
    Files.setLastModifiedTime(file, time);
  }

  /** A reproducible build gives the jar itself a fixed time, but not the one it was made from. */
  private FileTime made() throws IOException {
    FileTime made = Files.getLastModifiedTime(file);
    Path original = file.resolveSibling(file.getFileName() + ".original");
    if (!Files.exists(original)) return made;
    FileTime packed = Files.getLastModifiedTime(original);
    return packed.compareTo(made) > 0 ? packed : made;
  }

  /** Boot's jars hold the application's classes in a folder of their own. */
  private static boolean executable(Path file) {
    if (!file.toString().endsWith(".jar")) return false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("BOOT-INF/classes/") != null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** A folder counts too: it changes when a file goes. */
  private static final class Newest extends SimpleFileVisitor<Path> {
    private FileTime time = FileTime.fromMillis(0);

    void note(Path file) throws IOException {
      note(Files.getLastModifiedTime(file));
    }

    private void note(FileTime changed) {
      if (changed.compareTo(time) > 0) time = changed;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      note(attributes.lastModifiedTime());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      note(attributes.lastModifiedTime());
      return FileVisitResult.CONTINUE;
    }
  }
}
