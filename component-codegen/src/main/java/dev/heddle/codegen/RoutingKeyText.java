package dev.heddle.codegen;

import java.util.Optional;

/** A routing key as text. */
final class RoutingKeyText {
  static final String TYPES = "A routing key is a String, int, long, UUID or enum";

  private RoutingKeyText() {}

  /**
   * A template of Java source for the text; empty when the field's type is none of a key.
   *
   * @param value Java source for the field's value
   */
  static Optional<String> of(Field field, String value) {
    String present = "$present(" + value + ", \"" + field.place() + "\")";
    return switch (field.type()) {
      case ValueType.OfEnum anEnum -> Optional.of(present + ".name()");
      case ValueType.OfLeaf(Leaf leaf, boolean primitive) ->
          switch (leaf) {
            case STRING -> Optional.of(present);
            case UUID -> Optional.of(present + ".toString()");
            case INT, LONG ->
                primitive
                    ? Optional.of(leaf.reference.simple() + ".toString(" + value + ")")
                    : Optional.empty();
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }
}
