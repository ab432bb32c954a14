package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the sources of a project's classes are, and where in them something is declared. */
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

  /**
   * The line that declares a member of a type, or the type where the member is not found, as {@code
   * src/main/java/shop/Cart.java:12}; the type's name where it has no source here.
   *
   * @param type a qualified name, perhaps with type arguments
   * @param member a simple name, or nothing
   */
  String place(String type, String member) throws IOException {
    String name = type.replaceAll("<.*", "");
    for (String outer = name;
        outer.contains(".");
        outer = outer.substring(0, outer.lastIndexOf('.'))) {
      for (Path module : modules) {
        Path file = module.resolve("src/main/java").resolve(outer.replace('.', '/') + ".java");
        if (Files.exists(file)) {
          String simple = name.substring(name.lastIndexOf('.') + 1);
          return root.relativize(file) + ":" + line(Files.readAllLines(file), simple, member);
        }
      }
    }
    return name;
  }

  private static int line(List<String> lines, String type, String member) {
    int declared =
        first(lines, 0, "\\b(class|interface|record|enum)\\s+" + Pattern.quote(type) + "\\b");
    if (declared < 0) return 1;
    int found =
        member.isEmpty() ? -1 : first(lines, declared, "\\b" + Pattern.quote(member) + "\\b");
    return 1 + (found < 0 ? declared : found);
  }

  private static int first(List<String> lines, int from, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean comment = line.startsWith("*") || line.startsWith("/*") || line.startsWith("//");
      if (!comment && wanted.matcher(line).find()) return i;
    }
    return -1;
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
