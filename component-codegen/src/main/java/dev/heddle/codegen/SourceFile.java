package dev.heddle.codegen;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One Java source file in the making: it knows which names it imports. */
final class SourceFile {
  private final String packageName;
  private final Set<String> reserved;
  private final Map<String, String> packages = new HashMap<>();
  private final Set<String> imports = new TreeSet<>();
  private final Set<String> staticImports = new TreeSet<>();

  /**
   * A file in a package.
   *
   * @param reserved simple names that mean something else inside the file
   */
  SourceFile(String packageName, Set<String> reserved) {
    this.packageName = packageName;
    this.reserved = reserved;
  }

  /** The shortest way to name a type in this file. */
  String name(TypeName type) {
    String raw = raw(type);
    if (type.arguments().isEmpty()) return raw;
    return type.arguments().stream()
        .map(this::name)
        .collect(Collectors.joining(", ", raw + "<", ">"));
  }

  private String raw(TypeName type) {
    if (type.packageName().isEmpty()) return type.path();
    int dot = type.path().indexOf('.');
    String outermost = dot < 0 ? type.path() : type.path().substring(0, dot);
    if (reserved.contains(outermost)) return type.qualified();
    String known = packages.putIfAbsent(outermost, type.packageName());
    if (known != null && !known.equals(type.packageName())) return type.qualified();
    if (!type.packageName().equals(packageName) && !type.packageName().equals("java.lang")) {
      imports.add(type.packageName() + "." + outermost);
    }
    return type.path();
  }

  /** A type that may be absent, with the annotation where Java wants it. */
  String nullable(TypeName type) {
    String name = name(type);
    int simple = name.lastIndexOf('.') + 1;
    String annotation = name(TypeName.of("org.jspecify.annotations", "Nullable"));
    return name.substring(0, simple) + "@" + annotation + " " + name.substring(simple);
  }

  /** Fills a template; names that the values do not hold are those of {@link WellKnown}. */
  String fill(String template, Map<String, String> values) {
    return Template.fill(
        template, name -> values.containsKey(name) ? values.get(name) : wellKnown(name));
  }

  private String wellKnown(String name) {
    if (WellKnown.METHODS.containsKey(name)) {
      staticImports.add(WellKnown.METHODS.get(name) + "." + name);
      return name;
    }
    return name(WellKnown.type(name));
  }

  /** The whole file. */
  String finish(String body) {
    StringBuilder file = new StringBuilder();
    if (!packageName.isEmpty()) file.append("package ").append(packageName).append(";\n\n");
    staticImports.forEach(name -> file.append("import static ").append(name).append(";\n"));
    if (!staticImports.isEmpty()) file.append("\n");
    imports.forEach(name -> file.append("import ").append(name).append(";\n"));
    if (!imports.isEmpty()) file.append("\n");
    return LineBreaks.apply(file.append(body).toString());
  }
}
