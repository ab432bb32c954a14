package dev.heddle.codegen;

import dev.heddle.codegen.ValueType.Element;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The parts of a method that reads a message into local variables, one for each field. */
final class FieldReading {
  private static final String LOOP =
      """
      $locals
      int tag = in.tag();
      while (tag != 0) {
        int begin = in.position();
        $cases
        if (in.position() == begin) tag = in.pass(tag, $known);
      }
      """;

  private static final String EMPTY =
      """
      for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
      """;

  private static final String SIMPLE =
      """
      $when (tag == $tag) {
        $assign
        tag = in.tag();
      }
      """;

  private static final String NESTED =
      """
      $when (tag == $tag) {
        int outer = in.enter(tag);
        $assign
        in.leave(outer);
        tag = in.tag();
      }
      """;

  private final SourceFile file;
  private final Names locals = new Names("in", "tag", "begin", "outer");
  private final Map<Field, String> names = new HashMap<>();

  /** Parts of one method of a file, in which {@code in} is the reader. */
  FieldReading(SourceFile file) {
    this.file = file;
  }

  /**
   * Declares the variables and fills them. Fields are looked for in the order in which they are
   * written, so that one round usually finds all of them; a round that finds none passes over a
   * field that is not ours.
   *
   * @param furtherCases what follows the fields' own cases
   * @param furtherNumbers the field numbers of those
   */
  String loop(
      String message, List<Field> fields, String furtherCases, Set<Integer> furtherNumbers) {
    Set<Integer> numbers = new HashSet<>(furtherNumbers);
    StringBuilder declared = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (Field field : fields) {
      numbers.add(field.number());
      names.put(field, locals.unique(List.of(field.name(), field.name() + "Read")));
      declared.append(declaration(field)).append('\n');
      cases.append(reading(message, field));
    }
    cases.append(furtherCases);
    if (cases.isEmpty()) return file.fill(EMPTY, Map.of());
    int known = 0;
    while (numbers.contains(known + 1)) known++;
    return file.fill(
        LOOP,
        Map.of(
            "locals", declared.toString(),
            "cases", cases.toString(),
            "known", Integer.toString(known)));
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
      case ValueType.Streamed stream -> throw stream.misplaced();
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
      case ValueType.Streamed stream -> throw stream.misplaced();
    };
  }

  private String declared(TypeName type, String local, String collection) {
    return file.name(type) + " " + local + " = new " + name(collection) + "<>();";
  }

  private String reading(String message, Field field) {
    String local = local(field);
    return switch (field.type()) {
      case Element element -> one("if", field, element, local + " = ", "");
      case ValueType.Repeated many -> {
        String unpacked = one("while", field, many.element(), local + ".add(", ")");
        yield FieldWriting.packed(many.element()) ? packed(field, many) + unpacked : unpacked;
      }
      case ValueType.Mapped map ->
          nested(
              "while",
              field.number(),
              "read" + FieldWriting.entryName(message, field) + "(in, " + local + ");");
      case ValueType.Maybe maybe ->
          one("if", field, maybe.element(), local + " = " + optional() + ".of(", ")");
      case ValueType.Streamed stream -> throw stream.misplaced();
    };
  }

  private String packed(Field field, ValueType.Repeated many) {
    String value = value(many.element(), "", field.place());
    return nested(
        "if", field.number(), "while (in.more()) " + local(field) + ".add(" + value + ");");
  }

  private String one(String when, Field field, Element element, String before, String after) {
    String assign = before + value(element, "tag", field.place()) + after + ";";
    return element instanceof ValueType.OfMessage
        ? nested(when, field.number(), assign)
        : file.fill(
            SIMPLE,
            Map.of(
                "when", when,
                "tag", Integer.toString(tag(field.number(), element)),
                "assign", assign));
  }

  private String nested(String when, int number, String assign) {
    return file.fill(
        NESTED, Map.of("when", when, "tag", Integer.toString(lengthTag(number)), "assign", assign));
  }

  /** The tag of a field that begins with its length. */
  static int lengthTag(int number) {
    return number << 3 | 2;
  }

  private static int tag(int number, Element element) {
    return element instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive)
        ? number << 3 | leaf.wireType()
        : number << 3;
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
