package dev.heddle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Maven project that holds a Spring Boot application, in one module or itself. */
final class Project {
  private static final Set<String> NOT_SOURCES = Set.of("target", "test", "node_modules");

  private final Path root;

  private Project(Path root) {
    this.root = root;
  }

  /** The project that a folder belongs to. */
  static Project around(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isRegularFile(absolute.resolve("pom.xml"))) return new Project(absolute);
    throw CommandFailure.failed(
        "there is no pom.xml in " + absolute + ". Run heddle in the root folder of a project");
  }

  Path root() {
    return root;
  }

  /**
   * The module that is the application.
   *
   * @param chosen the module's name, if a person said it
   */
  Path application(Optional<String> chosen) {
    List<Path> applications = applications();
    if (chosen.isPresent()) {
      Path module = root.resolve(chosen.get()).normalize();
      if (applications.contains(module)) return module;
      throw CommandFailure.usage(
          chosen.get() + " is not an application of this project; " + offer(applications));
    }
    if (applications.size() == 1) return applications.getFirst();
    if (applications.isEmpty()) {
      throw CommandFailure.failed(
          "no module of this project makes an application. Add the spring-boot-maven-plugin with"
              + " its goal 'repackage' to the one that does");
    }
    throw CommandFailure.usage(
        "this project has several applications: choose one; " + offer(applications));
  }

  /** The executable jar of a module, if it was built. */
  static Optional<Path> jar(Path module) {
    Path target = module.resolve("target");
    if (!Files.isDirectory(target)) return Optional.empty();
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(Project::executable).findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look into " + target, failure);
    }
  }

  /** Whether any source of the project is newer than a file. */
  boolean newerThan(Path built) {
    try {
      NewestFile newest = new NewestFile();
      Files.walkFileTree(root, newest);
      return newest.time.compareTo(Files.getLastModifiedTime(built)) > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look through " + root, failure);
    }
  }

  private String offer(List<Path> applications) {
    return "there is "
        + String.join(
            ", ",
            applications.stream()
                .map(module -> "--application " + root.relativize(module))
                .toList());
  }

  private List<Path> applications() {
    List<Path> found = new ArrayList<>();
    for (Path module : modules(root)) {
      if (Pom.read(module.resolve("pom.xml")).makesApplication()) found.add(module);
    }
    return found;
  }

  private static List<Path> modules(Path folder) {
    List<Path> modules = new ArrayList<>(List.of(folder));
    for (String module : Pom.read(folder.resolve("pom.xml")).modules()) {
      Path inner = folder.resolve(module).normalize();
      if (Files.isRegularFile(inner.resolve("pom.xml"))) modules.addAll(modules(inner));
    }
    return modules;
  }

  /** Boot's executable jars begin with a launcher that plain ones lack. */
  private static boolean executable(Path file) {
    if (!file.toString().endsWith(".jar")) return false;
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
      return zip.getEntry("BOOT-INF/classes/") != null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static final class NewestFile extends SimpleFileVisitor<Path> {
    private FileTime time = FileTime.fromMillis(0);

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      return NOT_SOURCES.contains(name) || name.startsWith(".")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.toString();
      boolean counts = name.contains("/src/main/") || name.endsWith("pom.xml");
      if (counts && attributes.lastModifiedTime().compareTo(time) > 0) {
        time = attributes.lastModifiedTime();
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
