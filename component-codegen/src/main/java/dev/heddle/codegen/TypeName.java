package dev.heddle.codegen;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java type as sources name it.
 *
 * @param packageName empty for primitives, arrays and the unnamed package
 * @param path simple names from the outermost class inwards, joined by dots
 * @param arguments type arguments
 */
record TypeName(String packageName, String path, List<TypeName> arguments) {

  static TypeName of(String packageName, String path) {
    return new TypeName(packageName, path, List.of());
  }

  /** A primitive or an array of one. */
  static TypeName plain(String name) {
    return of("", name);
  }

  TypeName with(TypeName... given) {
    return new TypeName(packageName, path, List.of(given));
  }

  String simple() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** How deeply type arguments are nested. */
  int depth() {
    return 1 + arguments.stream().mapToInt(TypeName::depth).max().orElse(0);
  }

  String qualified() {
    return packageName.isEmpty() ? path : packageName + "." + path;
  }

  /** The whole type, unambiguously. */
  @Override
  public String toString() {
    if (arguments.isEmpty()) return qualified();
    return arguments.stream()
        .map(TypeName::toString)
        .collect(Collectors.joining(", ", qualified() + "<", ">"));
  }
}
