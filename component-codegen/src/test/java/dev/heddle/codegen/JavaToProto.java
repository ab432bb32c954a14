package dev.heddle.codegen;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The mapping of docs/wire-format.md, written a second time and by other means: reflection over
 * values and protobuf-java's messages. What the codec writes is compared with this.
 */
final class JavaToProto {
  private final Optional<RandomGenerator> unknownFields;

  /** Messages to which fields that no reader knows are added at random, when a source is given. */
  JavaToProto(Optional<RandomGenerator> unknownFields) {
    this.unknownFields = unknownFields;
  }

  /** A message whose first field holds a value: a request or a response. */
  DynamicMessage first(Descriptor type, Object value) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    set(message, type.findFieldByNumber(1), value);
    return finish(message);
  }

  private void set(DynamicMessage.Builder message, FieldDescriptor field, Object value) {
    switch (value) {
      case Map<?, ?> map when field.isRepeated() ->
          map.forEach(
              (k, v) -> message.addRepeatedField(field, entry(field.getMessageType(), k, v)));
      case Collection<?> many when field.isRepeated() ->
          many.forEach(element -> message.addRepeatedField(field, single(field, element)));
      case Optional<?> maybe when !wrapper(field) ->
          maybe.ifPresent(present -> message.setField(field, single(field, present)));
      default -> message.setField(field, single(field, value));
    }
  }

  /** Whether the field's message stands for the Optional itself. */
  private static boolean wrapper(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().getName().startsWith("OptionalOf")
        && field.getContainingType().getName().startsWith("ListOf");
  }

  private Object single(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case INT -> value instanceof Character c ? Integer.valueOf(c) : ((Number) value).intValue();
      case LONG, FLOAT, DOUBLE, BOOLEAN -> value;
      case STRING -> value.toString();
      case BYTE_STRING -> ByteString.copyFrom((byte[]) value);
      case ENUM -> field.getEnumType().findValueByNumber(((Enum<?>) value).ordinal() + 1);
      case MESSAGE -> message(field.getMessageType(), value);
    };
  }

  private DynamicMessage entry(Descriptor type, Object key, Object value) {
    DynamicMessage.Builder entry = DynamicMessage.newBuilder(type);
    entry.setField(type.findFieldByNumber(1), single(type.findFieldByNumber(1), key));
    entry.setField(type.findFieldByNumber(2), single(type.findFieldByNumber(2), value));
    return entry.build();
  }

  private DynamicMessage message(Descriptor type, Object value) {
    return switch (value) {
      case Instant instant -> time(type, instant.getEpochSecond(), instant.getNano());
      case Duration duration -> duration(type, duration);
      case Record record when oneof(type).isPresent() -> member(type, oneof(type).get(), record);
      case Record record -> record(type, record);
      default -> first(type, value);
    };
  }

  private DynamicMessage duration(Descriptor type, Duration duration) {
    boolean negative = duration.isNegative() && duration.getNano() > 0;
    return negative
        ? time(type, duration.getSeconds() + 1, duration.getNano() - 1_000_000_000)
        : time(type, duration.getSeconds(), duration.getNano());
  }

  private DynamicMessage time(Descriptor type, long seconds, int nanos) {
    return finish(
        DynamicMessage.newBuilder(type)
            .setField(type.findFieldByNumber(1), seconds)
            .setField(type.findFieldByNumber(2), nanos));
  }

  private static Optional<OneofDescriptor> oneof(Descriptor type) {
    for (OneofDescriptor oneof : type.getRealOneofs()) {
      if (oneof.getName().equals("kind")) return Optional.of(oneof);
    }
    return Optional.empty();
  }

  private DynamicMessage member(Descriptor type, OneofDescriptor oneof, Record record) {
    List<String> names =
        Stream.concat(
                Stream.of(record.getClass()), Arrays.stream(record.getClass().getInterfaces()))
            .map(Class::getSimpleName)
            .toList();
    FieldDescriptor field =
        oneof.getFields().stream()
            .filter(it -> names.stream().anyMatch(it.getMessageType().getName()::startsWith))
            .findFirst()
            .orElseThrow();
    return finish(
        DynamicMessage.newBuilder(type).setField(field, message(field.getMessageType(), record)));
  }

  private DynamicMessage record(Descriptor type, Record record) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    List<Method> accessors = RecordShape.of(record.getClass()).accessors();
    for (int i = 0; i < accessors.size(); i++) {
      try {
        Object value = accessors.get(i).invoke(record);
        set(message, type.findFieldByNumber(i + 1), Objects.requireNonNull(value));
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
    return finish(message);
  }

  private DynamicMessage finish(DynamicMessage.Builder message) {
    unknownFields.ifPresent(
        random -> {
          if (random.nextInt(4) == 0) message.setUnknownFields(unknown(random));
        });
    return message.build();
  }

  private static UnknownFieldSet unknown(RandomGenerator random) {
    UnknownFieldSet group =
        UnknownFieldSet.newBuilder()
            .addField(3, UnknownFieldSet.Field.newBuilder().addVarint(random.nextLong()).build())
            .build();
    return UnknownFieldSet.newBuilder()
        .addField(
            2000 + random.nextInt(5),
            UnknownFieldSet.Field.newBuilder()
                .addVarint(random.nextLong())
                .addFixed32(random.nextInt())
                .addFixed64(random.nextLong())
                .addLengthDelimited(ByteString.copyFromUtf8("unknown"))
                .addGroup(group)
                .build())
        .build();
  }
}
