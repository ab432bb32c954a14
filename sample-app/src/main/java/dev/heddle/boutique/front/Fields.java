package dev.heddle.boutique.front;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a form or a JSON object said, as text without surrounding space. A field that is absent is
 * empty.
 */
final class Fields {
  private final Map<String, String> values = new TreeMap<>();

  private Fields(Map<String, ?> values) {
    values.forEach((name, value) -> this.values.put(name, text(name, value)));
  }

  /**
   * Takes fields from a form's parameters or a JSON object.
   *
   * @throws BadInput when a value is an object or a list
   */
  static Fields of(Map<String, ?> values) {
    return new Fields(values);
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  private static String text(String name, Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text.strip();
      case Number number -> number.toString();
      default -> throw new BadInput(new FieldProblem(name, name + " must be a text or a number"));
    };
  }
}
