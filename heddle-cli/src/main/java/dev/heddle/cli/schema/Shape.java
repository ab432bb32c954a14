package dev.heddle.cli.schema;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field's type: one element, or a container of some.
 *
 * @param container what holds the elements
 * @param key a map's key, else empty
 * @param element the element, a map's value
 */
record Shape(Container container, String key, String element) {
  enum Container {
    NONE,
    OPTIONAL,
    LIST,
    SET,
    MAP
  }

  private static final Pattern CONTAINER =
      Pattern.compile("(optional|list|set|map)<(?:([^,>]+), )?([^>]+)>");

  /** Leaves whose absence reads as a value. */
  private static final Set<String> ZEROABLE =
      Set.of(
          "boolean", "byte", "short", "char", "int", "long", "float", "double", "string", "bytes");

  static Shape of(String type) {
    Matcher matcher = CONTAINER.matcher(type);
    if (!matcher.matches()) return new Shape(Container.NONE, "", type);
    String key = matcher.group(2);
    return new Shape(
        Container.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT)),
        key == null ? "" : key,
        matcher.group(3));
  }

  boolean many() {
    return container == Container.LIST || container == Container.SET;
  }

  List<String> elements() {
    return Stream.of(key, element).filter(each -> !each.isEmpty()).toList();
  }

  static boolean zeroable(String element) {
    return ZEROABLE.contains(element);
  }

  /** Whether a message without the field is refused. */
  boolean required() {
    return container == Container.NONE && !zeroable(element);
  }

  /** What a message without the field is read as. */
  String absent() {
    return switch (container) {
      case LIST, SET, MAP, OPTIONAL -> "empty";
      case NONE ->
          switch (element) {
            case "boolean" -> "false";
            case "string" -> "\"\"";
            case "bytes" -> "no bytes";
            default -> "0";
          };
    };
  }
}
