package dev.heddle.codegen;

import dev.heddle.codegen.ValueType.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parts of a method that reads a message into local variables, one for each field. */
final class FieldReading {
  private static final String LOOP =
      """
      $locals
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch ($ProtoReader.field(tag)) {
          $cases
          default -> in.skip(tag);
        }
      }
      """;

  private static final String NESTED =
      """
      case $number -> {
        int outer = in.enter(tag);
        $assign
        in.leave(outer);
      }
      """;

  private static final String PACKED =
      """
      case $number -> {
        if ($ProtoReader.packed(tag)) {
          int outer = in.enter(tag);
          while (in.more()) ${local}.add($bare);
          in.leave(outer);
        } else {
          ${local}.add($tagged);
        }
      }
      """;

  private final SourceFile file;
  private final Names locals = new Names("in", "tag", "outer");
  private final Map<Field, String> names = new HashMap<>();

  /** Parts of one method of a file, in which {@code in} is the reader. */
  FieldReading(SourceFile file) {
    this.file = file;
  }

  /** Declares the variables and fills them. Further cases may follow those of the fields. */
  String loop(String message, List<Field> fields, String furtherCases) {
    StringBuilder declared = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (Field field : fields) {
      names.put(field, locals.unique(List.of(field.name(), field.name() + "Read")));
      declared.append(declaration(field)).append('\n');
      cases.append(reading(message, field));
    }
    return file.fill(
        LOOP,
        Map.of("locals", declared.toString(), "cases", cases.append(furtherCases).toString()));
  }

  /** A field's value, after the loop. */
  String result(Field field) {
    String local = local(field);
    return switch (field.type()) {
      case Element element ->
          zero(element).isEmpty()
              ? name("$required") + "(" + local + ", \"" + field.place() + "\")"
              : local;
      case ValueType.Repeated many ->
          name("$Collections") + unmodifiable(many.distinct() ? "Set" : "List", local);
      case ValueType.Mapped map -> name("$Collections") + unmodifiable("Map", local);
      case ValueType.Maybe maybe -> local;
    };
  }

  private static String unmodifiable(String kind, String local) {
    return ".unmodifiable" + kind + "(" + local + ")";
  }

  private String declaration(Field field) {
    String local = local(field);
    return switch (field.type()) {
      case ValueType.OfLeaf(Leaf leaf, boolean primitive) when !leaf.primitive.isEmpty() ->
          leaf.primitive + " " + local + " = " + leaf.zero + ";";
      case Element element -> {
        String zero = zero(element);
        yield file.name(element.java())
            + " "
            + local
            + " = "
            + (zero.isEmpty() ? "null" : zero)
            + ";";
      }
      case ValueType.Repeated many ->
          declared(many.java(), local, many.distinct() ? "$LinkedHashSet" : "$ArrayList");
      case ValueType.Mapped map -> declared(map.java(), local, "$LinkedHashMap");
      case ValueType.Maybe maybe ->
          file.name(maybe.java()) + " " + local + " = " + optional() + ".empty();";
    };
  }

  private String declared(TypeName type, String local, String collection) {
    return file.name(type) + " " + local + " = new " + name(collection) + "<>();";
  }

  private String reading(String message, Field field) {
    String local = local(field);
    return switch (field.type()) {
      case Element element -> one(field, element, local + " = ", "");
      case ValueType.Repeated many when FieldWriting.packed(many.element()) ->
          file.fill(
              PACKED,
              Map.of(
                  "number", Integer.toString(field.number()),
                  "local", local,
                  "bare", value(many.element(), "", field.place()),
                  "tagged", value(many.element(), "tag", field.place())));
      case ValueType.Repeated many -> one(field, many.element(), local + ".add(", ")");
      case ValueType.Mapped map ->
          nested(field, "read" + FieldWriting.entryName(message, field) + "(in, " + local + ");");
      case ValueType.Maybe maybe ->
          one(field, maybe.element(), local + " = " + optional() + ".of(", ")");
    };
  }

  private String one(Field field, Element element, String before, String after) {
    String value = value(element, "tag", field.place());
    String statement = before + value + after + ";";
    return element instanceof ValueType.OfMessage
        ? nested(field, statement)
        : "case " + field.number() + " -> " + statement + "\n";
  }

  private String nested(Field field, String statement) {
    return file.fill(
        NESTED, Map.of("number", Integer.toString(field.number()), "assign", statement));
  }

  private String value(Element element, String tag, String place) {
    return switch (element) {
      case ValueType.OfLeaf(Leaf leaf, boolean primitive) -> {
        String read = "in." + leaf.method + "(" + tag + ")";
        yield leaf.conversion.isEmpty()
            ? read
            : name("$Conversions") + "." + leaf.conversion + "(" + read + ", \"" + place + "\")";
      }
      case ValueType.OfEnum anEnum ->
          "read" + anEnum.name() + "(in.int32(" + tag + "), \"" + place + "\")";
      case ValueType.OfMessage message -> "read" + message.name() + "(in)";
    };
  }

  private String local(Field field) {
    return Objects.requireNonNull(names.get(field));
  }

  private static String zero(Element element) {
    return element instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive) ? leaf.zero : "";
  }

  private String optional() {
    return file.name(TypeName.of("java.util", "Optional"));
  }

  private String name(String hole) {
    return file.fill(hole, Map.of()).strip();
  }
}
