package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the schema of a component, an event or an implementation as JSON: what its .proto says,
 * and what that cannot say, for comparing one version with another.
 */
final class SchemaWriter {
  private SchemaWriter() {}

  static String write(Component component) {
    return object(
        string("component", component.name()),
        string("service", component.serviceName()),
        string("type", component.java().qualified()),
        array("methods", component.methods().stream().map(SchemaWriter::method)),
        messages(component.messages()));
  }

  static String write(Event event) {
    return object(
        string("event", event.name()),
        string("type", event.java().qualified()),
        string("message", event.message()),
        messages(event.messages()));
  }

  static String write(Implementation implementation) {
    return object(
        string("implementation", implementation.java().qualified()),
        string("component", implementation.component().qualified()),
        array(
            "uses",
            implementation.dependencies().stream()
                .filter(parameter -> parameter.kind() == Implementation.Kind.COMPONENT)
                .map(parameter -> "\"" + parameter.type().qualified() + "\"")
                .distinct()
                .sorted()));
  }

  private static String method(Method method) {
    List<String> properties = new ArrayList<>();
    properties.add(string("name", method.name()));
    properties.add("\"idempotent\": " + method.idempotent());
    method
        .subscribed()
        .ifPresent(on -> properties.add(string("subscribes", on.event().qualified())));
    properties.add(
        array("parameters", method.arguments().fields().stream().map(SchemaWriter::field)));
    method.result().ifPresent(result -> properties.add("\"result\": " + field(result)));
    properties.add(
        array(
            "exceptions",
            method.failures().stream()
                .map(each -> field(each.number(), each.type().name(), each.type().name()))));
    return object(properties.toArray(String[]::new));
  }

  private static String messages(List<Message> messages) {
    return array(
        "messages",
        messages.stream().sorted(Comparator.comparing(Message::name)).map(SchemaWriter::message));
  }

  private static String message(Message message) {
    return switch (message) {
      case Message.OfRecord record -> message("record", record, fields(record.fields()));
      case Message.OfException failure -> message("exception", failure, fields(failure.fields()));
      case Message.Wrapper wrapper ->
          message("wrapper", wrapper, Stream.of(field(wrapper.field())));
      case Message.OfSealed sealed ->
          message(
              "sealed",
              sealed,
              sealed.members().stream()
                  .sorted(Comparator.comparing(Message.Member::number))
                  .map(each -> field(each.number(), each.type().name(), each.type().name())));
      case Message.OfEnum anEnum -> message("enum", anEnum, constants(anEnum.constants()));
    };
  }

  private static String message(String kind, Message message, Stream<String> fields) {
    return object(
        string("name", message.name()),
        string("kind", kind),
        string("type", message.java().toString()),
        array("fields", fields));
  }

  private static Stream<String> fields(List<Field> fields) {
    return fields.stream().map(SchemaWriter::field);
  }

  private static Stream<String> constants(List<String> constants) {
    List<String> lines = new ArrayList<>();
    for (String constant : constants) {
      lines.add("{\"number\": " + (lines.size() + 1) + ", " + string("name", constant) + "}");
    }
    return lines.stream();
  }

  private static String field(Field field) {
    return field(field.number(), field.name(), type(field.type()));
  }

  private static String field(int number, String name, String type) {
    return "{\"number\": "
        + number
        + ", "
        + string("name", name)
        + ", "
        + string("type", type)
        + "}";
  }

  private static String type(ValueType type) {
    return switch (type) {
      case ValueType.OfLeaf(Leaf leaf, boolean primitive) -> leaf.name().toLowerCase(Locale.ROOT);
      case ValueType.Element element -> element.proto();
      case ValueType.Repeated(ValueType.Element element, boolean distinct) ->
          (distinct ? "set<" : "list<") + type(element) + ">";
      case ValueType.Mapped(ValueType.Element key, ValueType.Element value) ->
          "map<" + type(key) + ", " + type(value) + ">";
      case ValueType.Maybe(ValueType.Element element) -> "optional<" + type(element) + ">";
      case ValueType.Streamed(ValueType element) -> "stream<" + type(element) + ">";
    };
  }

  private static String string(String name, String value) {
    return "\"" + name + "\": \"" + value + "\"";
  }

  private static String array(String name, Stream<String> elements) {
    List<String> lines = elements.toList();
    return "\"" + name + "\": " + (lines.isEmpty() ? "[]" : block("[", lines, "]"));
  }

  private static String object(String... properties) {
    return block("{", List.of(properties), "}");
  }

  private static String block(String begin, List<String> elements, String end) {
    return begin + "\n" + String.join(",\n", elements).indent(2) + end;
  }
}
