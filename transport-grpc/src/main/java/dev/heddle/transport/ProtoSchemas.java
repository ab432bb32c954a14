package dev.heddle.transport;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.TimestampProto;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Descriptors of the generated .proto files, read when somebody asks. Safe for many threads. */
final class ProtoSchemas {
  private static final String ROOT = "META-INF/heddle/proto/";

  private final ClassLoader loader;
  private final Map<String, FileDescriptor> known = new HashMap<>();

  ProtoSchemas(ClassLoader loader) {
    this.loader = loader;
    known.put("google/protobuf/timestamp.proto", TimestampProto.getDescriptor());
    known.put("google/protobuf/duration.proto", DurationProto.getDescriptor());
  }

  /**
   * The descriptor of a .proto on the class path.
   *
   * @param resource its location there
   */
  synchronized FileDescriptor file(String resource) {
    return imported(resource.substring(ROOT.length()));
  }

  private FileDescriptor imported(String path) {
    FileDescriptor file = known.get(path);
    if (file != null) return file;
    FileDescriptorProto written = ProtoText.read(path, text(path));
    FileDescriptor[] imports =
        written.getDependencyList().stream().map(this::imported).toArray(FileDescriptor[]::new);
    try {
      // Once to find out what each name means, and again with these full names.
      FileDescriptor linked = FileDescriptor.buildFrom(written, imports);
      FileDescriptor whole = FileDescriptor.buildFrom(resolved(written, linked), imports);
      known.put(path, whole);
      return whole;
    } catch (DescriptorValidationException wrong) {
      throw new IllegalArgumentException(path + ": " + wrong.getMessage(), wrong);
    }
  }

  private String text(String path) {
    try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
      if (in == null) throw new IllegalArgumentException(ROOT + path + " is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FileDescriptorProto resolved(FileDescriptorProto written, FileDescriptor linked) {
    FileDescriptorProto.Builder file = written.toBuilder();
    for (int i = 0; i < file.getMessageTypeCount(); i++) {
      resolve(file.getMessageTypeBuilder(i), linked.getMessageTypes().get(i));
    }
    for (int i = 0; i < file.getServiceCount(); i++) {
      ServiceDescriptor service = linked.getServices().get(i);
      for (int j = 0; j < service.getMethods().size(); j++) {
        resolve(file.getServiceBuilder(i).getMethodBuilder(j), service.getMethods().get(j));
      }
    }
    return file.build();
  }

  private static void resolve(MethodDescriptorProto.Builder written, MethodDescriptor linked) {
    written.setInputType("." + linked.getInputType().getFullName());
    written.setOutputType("." + linked.getOutputType().getFullName());
  }

  private static void resolve(DescriptorProto.Builder written, Descriptor linked) {
    List<FieldDescriptor> fields = linked.getFields();
    for (int i = 0; i < fields.size(); i++) resolve(written.getFieldBuilder(i), fields.get(i));
    for (int i = 0; i < written.getNestedTypeCount(); i++) {
      resolve(written.getNestedTypeBuilder(i), linked.getNestedTypes().get(i));
    }
  }

  private static void resolve(FieldDescriptorProto.Builder written, FieldDescriptor linked) {
    switch (linked.getJavaType()) {
      case MESSAGE ->
          written
              .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
              .setTypeName("." + linked.getMessageType().getFullName());
      case ENUM ->
          written
              .setType(FieldDescriptorProto.Type.TYPE_ENUM)
              .setTypeName("." + linked.getEnumType().getFullName());
      default -> {}
    }
  }
}
