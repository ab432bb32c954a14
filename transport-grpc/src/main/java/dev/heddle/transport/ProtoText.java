package dev.heddle.transport;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads .proto files as Heddle writes them: services, messages, enums and their fields, without
 * options. For one file.
 */
final class ProtoText {
  private static final Pattern TOKEN =
      Pattern.compile("//[^\n]*|\"([^\"]*)\"|[A-Za-z_.][A-Za-z0-9_.]*|[0-9]+|[{}()<>=;,]");

  private static final Map<String, Type> SCALARS =
      Map.ofEntries(
          Map.entry("double", Type.TYPE_DOUBLE),
          Map.entry("float", Type.TYPE_FLOAT),
          Map.entry("int32", Type.TYPE_INT32),
          Map.entry("int64", Type.TYPE_INT64),
          Map.entry("uint32", Type.TYPE_UINT32),
          Map.entry("uint64", Type.TYPE_UINT64),
          Map.entry("sint32", Type.TYPE_SINT32),
          Map.entry("sint64", Type.TYPE_SINT64),
          Map.entry("bool", Type.TYPE_BOOL),
          Map.entry("string", Type.TYPE_STRING),
          Map.entry("bytes", Type.TYPE_BYTES));

  private final Deque<String> tokens = new ArrayDeque<>();

  private ProtoText(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      if (!matcher.group().startsWith("//")) tokens.add(quoted == null ? matcher.group() : quoted);
    }
  }

  /**
   * The file as a descriptor, whose references are as they were written.
   *
   * @param name its path, as others import it
   * @throws IllegalArgumentException when it is not as Heddle writes them
   */
  static FileDescriptorProto read(String name, String text) {
    return new ProtoText(text).file(name);
  }

  private FileDescriptorProto file(String name) {
    FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setName(name);
    while (!tokens.isEmpty()) {
      String token = tokens.remove();
      switch (token) {
        case "syntax" -> {
          expect("=");
          file.setSyntax(statement());
        }
        case "package" -> file.setPackage(statement());
        case "import" -> file.addDependency(statement());
        case "service" -> file.addService(service());
        case "message" -> file.addMessageType(message());
        case "enum" -> file.addEnumType(constants());
        default -> throw unexpected(token);
      }
    }
    return file.build();
  }

  private ServiceDescriptorProto service() {
    ServiceDescriptorProto.Builder service =
        ServiceDescriptorProto.newBuilder().setName(tokens.remove());
    expect("{");
    while (!skip("}")) {
      expect("rpc");
      MethodDescriptorProto.Builder method =
          MethodDescriptorProto.newBuilder().setName(tokens.remove());
      expect("(");
      if (skip("stream")) method.setClientStreaming(true);
      method.setInputType(tokens.remove());
      expect(")");
      expect("returns");
      expect("(");
      if (skip("stream")) method.setServerStreaming(true);
      method.setOutputType(tokens.remove());
      expect(")");
      expect(";");
      service.addMethod(method);
    }
    return service.build();
  }

  private DescriptorProto message() {
    DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(tokens.remove());
    expect("{");
    while (!skip("}")) {
      if (skip("message")) message.addNestedType(message());
      else if (skip("enum")) message.addEnumType(constants());
      else if (skip("oneof")) oneof(message);
      else if (skip("map")) map(message);
      else message.addField(field());
    }
    // After the others, as protoc has them.
    for (FieldDescriptorProto.Builder field : message.getFieldBuilderList()) {
      if (!field.getProto3Optional()) continue;
      field.setOneofIndex(message.getOneofDeclCount());
      message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("_" + field.getName()));
    }
    return message.build();
  }

  private void oneof(DescriptorProto.Builder message) {
    int index = message.getOneofDeclCount();
    message.addOneofDecl(OneofDescriptorProto.newBuilder().setName(tokens.remove()));
    expect("{");
    while (!skip("}")) message.addField(field().setOneofIndex(index));
  }

  private void map(DescriptorProto.Builder message) {
    expect("<");
    String key = tokens.remove();
    expect(",");
    String value = tokens.remove();
    expect(">");
    String name = tokens.remove();
    String entry = entryName(name);
    message.addField(number(typed(name, entry).setLabel(Label.LABEL_REPEATED)));
    message.addNestedType(
        DescriptorProto.newBuilder()
            .setName(entry)
            .addField(typed("key", key).setNumber(1).setLabel(Label.LABEL_OPTIONAL))
            .addField(typed("value", value).setNumber(2).setLabel(Label.LABEL_OPTIONAL))
            .setOptions(MessageOptions.newBuilder().setMapEntry(true)));
  }

  private FieldDescriptorProto.Builder field() {
    boolean repeated = skip("repeated");
    boolean optional = skip("optional");
    String type = tokens.remove();
    FieldDescriptorProto.Builder field =
        typed(tokens.remove(), type)
            .setLabel(repeated ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL);
    if (optional) field.setProto3Optional(true);
    return number(field);
  }

  private static FieldDescriptorProto.Builder typed(String name, String type) {
    FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder().setName(name);
    Type scalar = SCALARS.get(type);
    return scalar == null ? field.setTypeName(type) : field.setType(scalar);
  }

  private FieldDescriptorProto.Builder number(FieldDescriptorProto.Builder field) {
    expect("=");
    return field.setNumber(Integer.parseInt(statement()));
  }

  private EnumDescriptorProto constants() {
    EnumDescriptorProto.Builder constants =
        EnumDescriptorProto.newBuilder().setName(tokens.remove());
    expect("{");
    while (!skip("}")) {
      String name = tokens.remove();
      expect("=");
      constants.addValueBuilder().setName(name).setNumber(Integer.parseInt(statement()));
    }
    return constants.build();
  }

  private static String entryName(String field) {
    StringBuilder name = new StringBuilder();
    for (String word : field.split("_")) {
      if (word.isEmpty()) continue;
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.append("Entry").toString();
  }

  private String statement() {
    String token = tokens.remove();
    expect(";");
    return token;
  }

  private boolean skip(String token) {
    if (!token.equals(tokens.peek())) return false;
    tokens.remove();
    return true;
  }

  private void expect(String token) {
    String found = tokens.remove();
    if (!found.equals(token)) throw unexpected(found);
  }

  private static IllegalArgumentException unexpected(String token) {
    return new IllegalArgumentException("unexpected " + token);
  }
}
