package dev.heddle.codegen;

import dev.heddle.codegen.ValueType.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements that write fields, back to front like everything that the writer takes. */
final class FieldWriting {
  private static final String MESSAGE =
      """
      int $begun = out.begin();
      write$name(out, $value);
      out.end($number, $begun);
      """;

  private static final String PACKED =
      """
      $type $local = $indexed($value, "$place");
      if (!${local}.isEmpty()) {
        int begun = out.begin();
        for (int i = ${local}.size() - 1; i >= 0; i--) {
          $element
        }
        out.end($number, begun);
      }
      """;

  private static final String REPEATED =
      """
      $type $local = $indexed($value, "$place");
      for (int i = ${local}.size() - 1; i >= 0; i--) {
        $element
      }
      """;

  private static final String MAPPED =
      """
      $type $local = $entries($value, "$place");
      for (int i = ${local}.size() - 1; i >= 0; i--) {
        int begun = out.begin();
        write$entry(out, ${local}.get(i));
        out.end($number, begun);
      }
      """;

  private static final String MAYBE =
      """
      $type $local = $present($value, "$place");
      if (${local}.isPresent()) {
        $element
      }
      """;

  private final SourceFile file;

  /** Statements for a file in whose methods {@code out} is the writer. */
  FieldWriting(SourceFile file) {
    this.file = file;
  }

  /**
   * Writes a field.
   *
   * @param message name of the message that the field belongs to
   * @param holder variable that holds the message's value
   * @param locals names taken in the method
   */
  String write(String message, Field field, String holder, Names locals) {
    return switch (field.type()) {
      case ValueType.OfLeaf(Leaf leaf, boolean primitive) when !leaf.zero.isEmpty() ->
          unlessZero(field, leaf, holder, locals);
      case Element element -> always(field, element, holder, locals);
      case ValueType.Repeated many -> repeated(field, many, holder, locals);
      case ValueType.Mapped map -> mapped(message, field, map, holder, locals);
      case ValueType.Maybe maybe -> maybe(field, maybe, holder, locals);
      case ValueType.Streamed stream -> throw stream.misplaced();
    };
  }

  /** Writes a field of a single element, zero too. */
  String always(Field field, Element element, String holder, Names locals) {
    String value = present(element, value(field, holder), field.place());
    return single(field.number(), element, value, locals.unique(field.name() + "Begun"));
  }

  private String unlessZero(Field field, Leaf leaf, String holder, Names locals) {
    String local = local(field, locals);
    String type = leaf.primitive.isEmpty() ? file.name(leaf.reference) : leaf.primitive;
    String value = present(field.type(), value(field, holder), field.place());
    String declaration = value.equals(holder) ? "" : type + " " + local + " = " + value + ";\n";
    String checked = declaration.isEmpty() ? holder : local;
    String condition =
        switch (leaf) {
          case BOOLEAN -> checked;
          case FLOAT -> "Float.floatToRawIntBits(" + checked + ") != 0";
          case DOUBLE -> "Double.doubleToRawLongBits(" + checked + ") != 0";
          case STRING -> "!" + checked + ".isEmpty()";
          case BYTES -> checked + ".length != 0";
          default -> checked + " != 0";
        };
    return declaration
        + "if ("
        + condition
        + ") out."
        + leaf.method
        + "("
        + field.number()
        + ", "
        + checked
        + ");\n";
  }

  private String repeated(Field field, ValueType.Repeated many, String holder, Names locals) {
    Map<String, String> values = values(field, many.element(), holder, locals);
    Element element = many.element();
    String value = present(element, values.get("local") + ".get(i)", field.place());
    if (packed(element)) {
      values.put("element", bare(element, value));
      return file.fill(PACKED, values);
    }
    values.put("element", single(field.number(), element, value, "begun"));
    return file.fill(REPEATED, values);
  }

  private String mapped(
      String message, Field field, ValueType.Mapped map, String holder, Names locals) {
    Map<String, String> values = values(field, map.key(), holder, locals);
    values.put("type", file.name(listOf(entryOf(map))));
    values.put("entry", entryName(message, field));
    return file.fill(MAPPED, values);
  }

  private String maybe(Field field, ValueType.Maybe maybe, String holder, Names locals) {
    Map<String, String> values = values(field, maybe.element(), holder, locals);
    values.put("type", file.name(maybe.java()));
    String value = values.get("local") + ".get()";
    values.put("element", single(field.number(), maybe.element(), value, "begun"));
    return file.fill(MAYBE, values);
  }

  private Map<String, String> values(Field field, Element element, String holder, Names locals) {
    Map<String, String> values = new HashMap<>();
    values.put("local", local(field, locals));
    values.put("type", file.name(listOf(element.boxed())));
    values.put("value", value(field, holder));
    values.put("place", field.place());
    values.put("number", Integer.toString(field.number()));
    return values;
  }

  private String single(int number, Element element, String value, String begun) {
    return switch (element) {
      case ValueType.OfLeaf(Leaf leaf, boolean primitive) ->
          "out." + leaf.method + "(" + number + ", " + value + text(leaf) + ");\n";
      case ValueType.OfEnum anEnum -> "out.int32(" + number + ", " + value + ".ordinal() + 1);\n";
      case ValueType.OfMessage message ->
          file.fill(
              MESSAGE,
              Map.of(
                  "begun",
                  begun,
                  "name",
                  message.name(),
                  "value",
                  value,
                  "number",
                  Integer.toString(number)));
    };
  }

  private static String bare(Element element, String value) {
    return element instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive)
        ? "out." + leaf.method + "(" + value + ");\n"
        : "out.int32(" + value + ".ordinal() + 1);\n";
  }

  static boolean packed(Element element) {
    return element instanceof ValueType.OfEnum
        || (element instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive) && leaf.packed());
  }

  /** What the .proto and the codec call the entries of a map field. */
  static String entryName(String message, Field field) {
    return message + Names.capitalized(field.name()) + "Entry";
  }

  static TypeName entryOf(ValueType.Mapped map) {
    return TypeName.of("java.util", "Map.Entry").with(map.key().boxed(), map.value().boxed());
  }

  private static TypeName listOf(TypeName element) {
    return TypeName.of("java.util", "List").with(element);
  }

  private static String text(Leaf leaf) {
    return leaf.text() ? ".toString()" : "";
  }

  private static String local(Field field, Names locals) {
    return locals.unique(List.of(field.name(), field.name() + "Given"));
  }

  private String value(Field field, String holder) {
    return file.fill(field.accessor().formatted(holder), Map.of()).strip();
  }

  private String present(ValueType type, String value, String place) {
    if (type instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive) && primitive) return value;
    return file.fill("$present", Map.of()).strip() + "(" + value + ", \"" + place + "\")";
  }
}
