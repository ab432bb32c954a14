package dev.heddle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Where the sources of a project's classes are. */
final class Sources {
  private final Path root;
  private final Set<Path> modules;

  /**
   * The sources of some modules.
   *
   * @param root what files are told relative to
   */
  Sources(Path root, Set<Path> modules) {
    this.root = root;
    this.modules = Set.copyOf(modules);
  }

  /** The source of a class, relative to the root; the bare name of one that is not found. */
  String file(String type, String fileName) {
    int dot = type.lastIndexOf('.');
    String folder = dot < 0 ? "" : type.substring(0, dot).replace('.', '/');
    for (Path module : modules) {
      Path file = module.resolve("src/main/java").resolve(folder).resolve(fileName);
      if (Files.exists(file)) return root.relativize(file).toString();
    }
    return fileName;
  }
}
