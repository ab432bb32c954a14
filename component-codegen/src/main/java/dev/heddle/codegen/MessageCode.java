package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The codec's methods for one message: one that writes its body and one that reads it. */
final class MessageCode {
  private static final String PAIR =
      """

      static void write$name($ProtoWriter out, $type $value) {
        $write
      }

      static $type read$name($ProtoReader in) {
        $read
      }
      """;

  private static final String CHECKED =
      """
      try {
        return $construct;
      } catch (RuntimeException refusal) {
        throw $MalformedMessageException.refused("$title", refusal);
      }
      """;

  private static final String ENUM =
      """

      static $type read$name(int number, String field) {
        if (number == 0) throw $MalformedMessageException.missing(field);
        if (number < 0 || number > ${table}.length) {
          throw $MalformedMessageException.invalid(field, "constant " + number);
        }
        return $table[number - 1];
      }
      """;

  private static final String MEMBER =
      """
      if ($value instanceof $type $member) {
        int begun = out.begin();
        write$name(out, $member);
        out.end($number, begun);
      }
      """;

  private static final String ENTRY =
      """

      private static void write$name($ProtoWriter out, $entry entry) {
        $write
      }

      private static void read$name($ProtoReader in, $map entries) {
        $read
        entries.put($key, $value);
      }
      """;

  private final SourceFile file;
  private final FieldWriting writing;

  MessageCode(SourceFile file) {
    this.file = file;
    this.writing = new FieldWriting(file);
  }

  String write(Message message) {
    return switch (message) {
      case Message.OfRecord record ->
          fields(message, record.fields(), record.checked()) + entries(message, record.fields());
      case Message.OfException exception ->
          fields(message, exception.fields(), true) + entries(message, exception.fields());
      case Message.OfSealed sealed -> sealed(sealed);
      case Message.Wrapper wrapper -> wrapper(wrapper) + entries(message, List.of(wrapper.field()));
      case Message.OfEnum anEnum ->
          file.fill(
              ENUM,
              Map.of(
                  "type", file.name(anEnum.java()),
                  "name", anEnum.name(),
                  "table", table(anEnum)));
    };
  }

  /** Name of the array that holds an enum's constants. */
  static String table(Message anEnum) {
    return Names.snake(anEnum.name()).toUpperCase(java.util.Locale.ROOT) + "_CONSTANTS";
  }

  private String fields(Message message, List<Field> fields, boolean checked) {
    FieldReading reading = new FieldReading(file);
    String loop = reading.loop(message.name(), fields, "", Set.of());
    String arguments = fields.stream().map(reading::result).collect(Collectors.joining(", "));
    String construct = "new " + file.name(message.java()) + "(" + arguments + ")";
    String result =
        checked
            ? file.fill(CHECKED, Map.of("construct", construct, "title", message.title()))
            : "return " + construct + ";\n";
    String value = parameter(message);
    return pair(message, value, backwards(message, fields, value), loop + result);
  }

  private String wrapper(Message.Wrapper wrapper) {
    FieldReading reading = new FieldReading(file);
    String loop = reading.loop(wrapper.name(), List.of(wrapper.field()), "", Set.of());
    String write = backwards(wrapper, List.of(wrapper.field()), "wrapped");
    return pair(
        wrapper, "wrapped", write, loop + "return " + reading.result(wrapper.field()) + ";\n");
  }

  /** The last field first: what is written later stands further in front. */
  String backwards(Message message, List<Field> fields, String value) {
    Names locals = new Names("out", "i", "begun", value);
    StringBuilder statements = new StringBuilder();
    for (Field field : fields.reversed()) {
      statements.append(writing.write(message.name(), field, value, locals));
    }
    return statements.toString();
  }

  private String sealed(Message.OfSealed message) {
    Names locals = new Names("in", "tag", "begin", "outer");
    String value = parameter(message);
    List<String> members = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (Message.Member member : message.members()) {
      members.add(
          file.fill(
                  MEMBER,
                  Map.of(
                      "value", value,
                      "type", file.name(member.type().java()),
                      "member", member(member, value),
                      "name", member.type().name(),
                      "number", Integer.toString(member.number())))
              .strip());
    }
    String write =
        members.isEmpty()
            ? ""
            : String.join(" else ", members)
                + " else {\n"
                + file.fill(
                    "  throw new $InvalidValueException(\""
                        + message.title()
                        + " is none of the types it permitted at build time\");",
                    Map.of())
                + "}\n";
    String local = locals.unique("kind");
    StringBuilder cases = new StringBuilder();
    Set<Integer> numbers = new HashSet<>();
    for (Message.Member member : message.members()) {
      numbers.add(member.number());
      cases.append(
          file.fill(
              """
              if (tag == $tag) {
                int outer = in.enter(tag);
                $local = read$name(in);
                in.leave(outer);
                tag = in.tag();
              }
              """,
              Map.of(
                  "tag", Integer.toString(FieldReading.lengthTag(member.number())),
                  "local", local,
                  "name", member.type().name())));
    }
    FieldReading reading = new FieldReading(file);
    String read =
        file.name(message.java())
            + " "
            + local
            + " = null;\n"
            + reading.loop(message.name(), fields, cases.toString(), numbers)
            + file.fill("return $required(kind, \"" + message.title() + "\");", Map.of());
    return pair(message, value, write, read);
  }

  private static String member(Message.Member member, String value) {
    String name = Names.decapitalized(member.type().java().simple());
    return new Names(value, "out", "begun").unique(List.of(safe(name), name + "Member"));
  }

  private String pair(Message message, String value, String write, String read) {
    return file.fill(
        PAIR,
        Map.of(
            "name", message.name(),
            "type", file.name(message.java()),
            "value", value,
            "write", write,
            "read", read));
  }

  /** Writes one field of a message from the variable {@code element}. */
  String element(String message, Field field) {
    return writing.write(message, field, "element", new Names("out", "i", "begun", "element"));
  }

  private String entries(Message message, List<Field> fields) {
    return entries(message.name(), fields);
  }

  /** The methods for the entries of a message's map fields. */
  String entries(String message, List<Field> fields) {
    StringBuilder methods = new StringBuilder();
    for (Field field : fields) {
      if (field.type() instanceof ValueType.Mapped map) {
        methods.append(entry(FieldWriting.entryName(message, field), field, map));
      }
    }
    return methods.toString();
  }

  /** The methods for the entries of a map field. */
  String entry(String name, Field field, ValueType.Mapped map) {
    Field key = new Field(1, "key", "key", map.key(), field.place(), "%s.getKey()");
    Field value = new Field(2, "value", "value", map.value(), field.place(), "%s.getValue()");
    FieldReading reading = new FieldReading(file);
    Names locals = new Names("out", "entry");
    Map<String, String> values = new HashMap<>();
    values.put("name", name);
    values.put("entry", file.name(FieldWriting.entryOf(map)));
    values.put("map", file.name(map.java()));
    values.put(
        "write",
        writing.always(value, map.value(), "entry", locals)
            + writing.always(key, map.key(), "entry", locals));
    values.put("read", reading.loop(name, List.of(key, value), "", Set.of()));
    values.put("key", reading.result(key));
    values.put("value", reading.result(value));
    return file.fill(ENTRY, values);
  }

  /** Name of the parameter that holds a message's value. */
  static String parameter(Message message) {
    return safe(Names.decapitalized(message.java().simple()));
  }

  private static String safe(String name) {
    boolean taken =
        javax.lang.model.SourceVersion.isKeyword(name)
            || Set.of("out", "in", "i", "begun", "tag", "begin", "outer").contains(name);
    return taken ? name + "Value" : name;
  }
}
