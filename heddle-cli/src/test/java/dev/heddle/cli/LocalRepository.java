package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A local Maven repository of its own: what others have fetched, by hard links, and the artifacts
 * of this build as {@code mvn install} would leave them.
 */
final class LocalRepository {
  private static final List<String> MODULES =
      List.of(
          "component-api",
          "component-codegen",
          "component-wasm",
          "framework-core",
          "heddle-maven-plugin",
          "heddle-rules",
          "heddle-test",
          "wasm-host",
          "heddle-cli");

  private final Path folder;

  private LocalRepository(Path folder) {
    this.folder = folder;
  }

  static LocalRepository in(Path folder, Path home, Path fetched, String version)
      throws IOException {
    LocalRepository repository = new LocalRepository(folder);
    repository.link(fetched);
    repository.install("heddle", home.resolve("pom.xml"), version, "pom");
    for (String module : MODULES) {
      Path artifact = home.resolve(module);
      repository.install(module, artifact.resolve("pom.xml"), version, "pom");
      Path named = artifact.resolve("target/" + module + "-" + version + ".jar");
      Path jar = Files.exists(named) ? named : artifact.resolve("target/" + module + ".jar");
      repository.install(module, jar, version, "jar");
    }
    return repository;
  }

  /** What tells Maven to use it. */
  String option() {
    return "-Dmaven.repo.local=" + folder;
  }

  private void install(String artifact, Path file, String version, String type) throws IOException {
    Path target = folder.resolve("dev/heddle").resolve(artifact).resolve(version);
    Files.createDirectories(target);
    Files.copy(file, target.resolve(artifact + "-" + version + "." + type));
  }

  private void link(Path fetched) throws IOException {
    Files.walkFileTree(
        fetched,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Path relative = fetched.relativize(directory);
            if (relative.equals(Path.of("dev/heddle"))) return FileVisitResult.SKIP_SUBTREE;
            Files.createDirectories(folder.resolve(relative));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = folder.resolve(fetched.relativize(file));
            try {
              Files.createLink(target, file);
            } catch (IOException | UnsupportedOperationException anotherFileSystem) {
              Files.copy(file, target);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
