package dev.heddle.test;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values as the Java expressions that make them. Equal values have equal texts: sets and maps are
 * written in the order of their elements' texts.
 */
final class JavaText {
  private JavaText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Character character -> "(char) " + (int) character;
      case Long number -> number + "L";
      case Float number ->
          floating(number, Float.isFinite(number), "Float") + (Float.isFinite(number) ? "f" : "");
      case Double number -> floating(number, Double.isFinite(number), "Double");
      case Byte number -> "(byte) " + number;
      case Short number -> "(short) " + number;
      case Enum<?> constant -> name(constant.getDeclaringClass()) + "." + constant.name();
      case byte[] bytes ->
          "new byte[] "
              + IntStream.range(0, bytes.length)
                  .mapToObj(i -> Byte.toString(bytes[i]))
                  .collect(Collectors.joining(", ", "{", "}"));
      case Optional<?> optional ->
          optional.map(it -> "Optional.of(" + of(it) + ")").orElse("Optional.empty()");
      case List<?> list -> joined("List.of(", list.stream().map(JavaText::of));
      case Set<?> set -> joined("Set.of(", set.stream().map(JavaText::of).sorted());
      case Map<?, ?> map ->
          joined(
              "Map.of(",
              map.entrySet().stream()
                  .map(entry -> of(entry.getKey()) + ", " + of(entry.getValue()))
                  .sorted());
      case StreamedValues streamed ->
          joined("ValueStream.of(", streamed.values().stream().map(JavaText::of));
      case Record made ->
          joined(
              "new " + name(made.getClass()) + "(",
              RecordValues.components(made).stream().map(JavaText::of));
      case BigDecimal number -> "new BigDecimal(\"" + number + "\")";
      case BigInteger number -> "new BigInteger(\"" + number + "\")";
      case UUID uuid -> "UUID.fromString(\"" + uuid + "\")";
      case URI uri -> "URI.create(" + quoted(uri.toString()) + ")";
      case Instant instant -> parsed("Instant", instant);
      case Duration duration -> parsed("Duration", duration);
      case LocalDate date -> parsed("LocalDate", date);
      case LocalDateTime date -> parsed("LocalDateTime", date);
      case ZonedDateTime date -> parsed("ZonedDateTime", date);
      default -> value.toString();
    };
  }

  /** A class as code names it that imports it. */
  static String name(Class<?> type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** What a method threw, with all that comes with it. */
  static String ofFailure(Throwable failure) {
    String text = failure.getClass().getName() + ": " + of(failure.getMessage());
    String fields = joined("", fields(failure));
    return fields.equals(")") ? text : text + " (" + fields;
  }

  /** What an exception carries beside its message: its own methods without parameters. */
  private static Stream<String> fields(Throwable failure) {
    return Stream.of(failure.getClass().getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> method.getName() + " = " + read(method, failure));
  }

  private static String read(Method accessor, Throwable failure) {
    try {
      accessor.setAccessible(true);
      return of(accessor.invoke(failure));
    } catch (ReflectiveOperationException failed) {
      return failed.toString();
    }
  }

  private static String parsed(String type, Object value) {
    return type + ".parse(\"" + value + "\")";
  }

  private static String floating(Number number, boolean finite, String type) {
    if (finite) return number.toString();
    return type
        + "."
        + switch (number.toString()) {
          case "NaN" -> "NaN";
          case "Infinity" -> "POSITIVE_INFINITY";
          default -> "NEGATIVE_INFINITY";
        };
  }

  private static String joined(String begin, Stream<String> parts) {
    return parts.collect(Collectors.joining(", ", begin, ")"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> append((char) unit, quoted));
    return quoted.append('"').toString();
  }

  private static void append(char unit, StringBuilder quoted) {
    switch (unit) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (unit < ' ' || unit > '~') quoted.append(String.format("\\u%04x", (int) unit));
        else quoted.append(unit);
      }
    }
  }
}
