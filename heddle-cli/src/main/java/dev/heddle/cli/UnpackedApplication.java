package dev.heddle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An executable jar's contents in a folder of its own, for as long as they are looked at.
 *
 * @param folder where they are
 * @param own the application's own class folder and jars
 * @param libraries all jars
 */
record UnpackedApplication(Path folder, List<Path> own, List<Path> libraries)
    implements AutoCloseable {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String METADATA = "META-INF/heddle/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  /**
   * Unpacks a jar. Its own are its classes, jars that hold components, and those of modules.
   *
   * @param artifacts names of the project's modules
   */
  static UnpackedApplication of(ExecutableJar jar, Set<String> artifacts) throws IOException {
    Path folder = Files.createTempDirectory("heddle-check");
    List<Path> own = new ArrayList<>();
    List<Path> libraries = new ArrayList<>();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    own.add(classes);
    try (ZipFile zip = new ZipFile(jar.file().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory()) continue;
        // Spring Boot's plugin leaves these where they are in a library.
        if (entry.getName().startsWith(METADATA)) unpack(zip, entry, classes, entry.getName());
        if (entry.getName().startsWith(CLASSES)) {
          unpack(zip, entry, classes, entry.getName().substring(CLASSES.length()));
        }
        if (!entry.getName().startsWith(LIBRARIES)) continue;
        Path library =
            unpack(zip, entry, folder, "lib/" + entry.getName().substring(LIBRARIES.length()));
        libraries.add(library);
        if (isOwn(library, artifacts)) own.add(library);
      }
    }
    return new UnpackedApplication(folder, List.copyOf(own), List.copyOf(libraries));
  }

  /** Unpacks a jar of any kind; one that is not executable is its own only one. */
  static UnpackedApplication of(Path jar) throws IOException {
    ExecutableJar executable = new ExecutableJar(jar);
    if (executable.isExecutable()) return of(executable, Set.of());
    return new UnpackedApplication(
        Files.createTempDirectory("heddle-check"), List.of(jar), List.of());
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path unpack(ZipFile zip, ZipEntry entry, Path folder, String name)
      throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) throw CommandFailure.failed("the jar names " + entry.getName());
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file);
    }
    return file;
  }

  private static boolean isOwn(Path library, Set<String> artifacts) throws IOException {
    String name = library.getFileName().toString();
    if (artifacts.stream().anyMatch(artifact -> name.matches(artifact + "-\\d.*"))) return true;
    try (ZipFile zip = new ZipFile(library.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .anyMatch(
              entry ->
                  entry.startsWith("META-INF/heddle/components/")
                      || entry.startsWith("META-INF/heddle/implementations/"));
    }
  }
}
