package dev.heddle.codegen;

import dev.heddle.codegen.ValueType.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the .proto of a component or an event: what its codec does, for everyone else. */
final class ProtoFileWriter {
  private static final String FAILURE = "dev.heddle.Failure";

  private final String protoPackage;
  private final Set<String> imports = new TreeSet<>();
  private final Names enumConstants = new Names();

  private ProtoFileWriter(String protoPackage) {
    this.protoPackage = protoPackage;
  }

  static String write(Component component) {
    return new ProtoFileWriter(component.protoPackage()).component(component);
  }

  static String write(Event event) {
    ProtoFileWriter writer = new ProtoFileWriter(event.protoPackage());
    StringBuilder body = new StringBuilder();
    body.append("// The event ").append(event.java().qualified()).append(".\n");
    event.messages().forEach(message -> body.append(writer.message(message)));
    return writer.file(body);
  }

  private String component(Component component) {
    imports.add("dev/heddle/failure.proto");
    StringBuilder body = new StringBuilder();
    body.append("// The component ").append(component.java().qualified()).append(".\n");
    body.append("service ").append(component.name()).append(" {\n");
    for (Method method : component.methods()) {
      String rpc = method.rpc();
      String taken = method.taken().isPresent() ? "stream " : "";
      String returned = method.returnsStream() ? "stream " : "";
      body.append("  rpc " + rpc + "(" + taken + rpc + "Request) ");
      body.append("returns (" + returned + rpc + "Response);\n");
    }
    body.append("}\n");
    for (Method method : component.methods()) {
      body.append(request(method));
      body.append(response(method));
    }
    component.messages().forEach(message -> body.append(message(message)));
    return file(body);
  }

  private String file(StringBuilder body) {
    StringBuilder file = new StringBuilder("syntax = \"proto3\";\n\n");
    file.append("package ").append(protoPackage).append(";\n\n");
    imports.forEach(path -> file.append("import \"").append(path).append("\";\n"));
    if (imports.isEmpty()) return file.append(body).toString();
    return file.append('\n').append(body).toString();
  }

  private String message(Message message) {
    return switch (message) {
      case Message.OfRecord record -> message(record.name(), record.fields());
      case Message.OfException exception -> message(exception.name(), exception.fields());
      case Message.Wrapper wrapper -> message(wrapper.name(), List.of(wrapper.field()));
      case Message.OfSealed sealed -> sealed(sealed);
      case Message.OfEnum anEnum -> constants(anEnum);
    };
  }

  private String message(String name, List<Field> fields) {
    return block("message " + name, lines(name, fields));
  }

  private List<String> lines(String message, List<Field> fields) {
    List<String> lines = new ArrayList<>();
    for (Field field : fields) {
      if (field.type() instanceof ValueType.Mapped map && !map.expressible()) {
        lines.add("message " + entryName(field) + " {");
        lines.add("  " + type(map.key()) + " key = 1;");
        lines.add("  " + type(map.value()) + " value = 2;");
        lines.add("}");
      }
      lines.add(type(field) + " " + field.proto() + " = " + field.number() + ";");
    }
    return lines;
  }

  private String request(Method method) {
    List<Field> fields = method.arguments().fields().stream().map(Field::single).toList();
    String name = method.rpc() + "Request";
    if (method.taken().isEmpty()) return message(name, fields);
    List<String> lines = new ArrayList<>();
    String streamed = method.taken().get().proto();
    lines.add("// The first message holds everything but " + streamed + ", which each message");
    lines.add("// after it holds once. A failure is the last message.");
    lines.addAll(lines(name, fields));
    Names names = new Names(fields.stream().map(Field::proto).collect(Collectors.toSet()));
    lines.add(absolute(FAILURE) + " " + names.unique("failure") + " = 1000;");
    return block("message " + name, lines);
  }

  private String response(Method method) {
    String name = method.rpc() + "Response";
    List<String> lines = lines(name, method.responded().stream().toList());
    lines.add("oneof failed {");
    for (Method.Failure failure : method.failures()) {
      lines.add(
          "  " + failure.type().name() + " " + failure.proto() + " = " + failure.number() + ";");
    }
    lines.add("  " + absolute(FAILURE) + " failure = 1000;");
    lines.add("}");
    return block("message " + name, lines);
  }

  private String sealed(Message.OfSealed sealed) {
    List<String> lines = new ArrayList<>();
    // Protobuf wants at least one member in a oneof.
    if (sealed.members().isEmpty()) return block("message " + sealed.name(), lines);
    lines.add("oneof kind {");
    sealed.members().stream()
        .sorted(java.util.Comparator.comparing(Message.Member::number))
        .forEach(
            member ->
                lines.add(
                    "  "
                        + member.type().name()
                        + " "
                        + member.proto()
                        + " = "
                        + member.number()
                        + ";"));
    lines.add("}");
    return block("message " + sealed.name(), lines);
  }

  private String constants(Message.OfEnum anEnum) {
    String prefix = Names.constant(Names.snake(anEnum.name())) + "_";
    List<String> lines = new ArrayList<>();
    lines.add(enumConstants.unique(prefix + "UNSPECIFIED") + " = 0;");
    for (String constant : anEnum.constants()) {
      String name = enumConstants.unique(prefix + Names.constant(constant));
      lines.add(name + " = " + lines.size() + ";");
    }
    return block("enum " + anEnum.name(), lines);
  }

  private String type(Field field) {
    return switch (field.type()) {
      case Element element -> type(element);
      case ValueType.Repeated many -> "repeated " + type(many.element());
      case ValueType.Mapped map ->
          map.expressible()
              ? "map<" + type(map.key()) + ", " + type(map.value()) + ">"
              : "repeated " + entryName(field);
      case ValueType.Maybe maybe ->
          hasPresence(maybe.element())
              ? type(maybe.element())
              : "optional " + type(maybe.element());
      case ValueType.Streamed stream -> throw stream.misplaced();
    };
  }

  /** The name that protoc gives to the entries of a map field. */
  private static String entryName(Field field) {
    StringBuilder name = new StringBuilder();
    for (String word : field.proto().split("_")) {
      if (!word.isEmpty()) name.append(Names.capitalized(word));
    }
    return name.append("Entry").toString();
  }

  private String type(Element element) {
    if (!(element instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive)) || !leaf.wellKnown()) {
      return element.proto();
    }
    imports.add(leaf.proto.toLowerCase(java.util.Locale.ROOT).replace('.', '/') + ".proto");
    return absolute(leaf.proto);
  }

  /** Names are looked up from the inside out, so a package of ours may hide another's. */
  private String absolute(String name) {
    String first = name.substring(0, name.indexOf('.'));
    List<String> segments = Arrays.asList(protoPackage.split("\\."));
    return segments.lastIndexOf(first) > 0 ? "." + name : name;
  }

  private static boolean hasPresence(Element element) {
    return element instanceof ValueType.OfMessage
        || (element instanceof ValueType.OfLeaf(Leaf leaf, boolean primitive) && leaf.wellKnown());
  }

  private static String block(String head, List<String> lines) {
    StringBuilder block = new StringBuilder("\n").append(head).append(" {\n");
    lines.forEach(line -> block.append("  ").append(line).append('\n'));
    return block.append("}\n").toString();
  }
}
