package dev.heddle.codegen;

import dev.heddle.component.Capability;
import dev.heddle.component.ComponentInterface;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What to use instead of a type that cannot cross a component's boundary. */
final class Remedies {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("java.lang.Object", "Use the type that is meant, or a sealed interface."),
          Map.entry("java.lang.Number", "Use BigDecimal, or the primitive that is meant."),
          Map.entry("java.lang.CharSequence", "Use String."),
          Map.entry("java.lang.StringBuilder", "Use String."),
          Map.entry("java.lang.Void", "Return void."),
          Map.entry("java.util.Date", "Use Instant."),
          Map.entry("java.util.Calendar", "Use ZonedDateTime."),
          Map.entry("java.time.OffsetDateTime", "Use ZonedDateTime or Instant."),
          Map.entry("java.time.LocalTime", "Use Duration since midnight, or LocalDateTime."),
          Map.entry("java.util.Locale", "Use String with the language tag."),
          Map.entry("java.util.Currency", "Use String with the currency's code."),
          Map.entry("java.util.OptionalInt", "Use Optional<Integer>."),
          Map.entry("java.util.OptionalLong", "Use Optional<Long>."),
          Map.entry("java.util.OptionalDouble", "Use Optional<Double>."),
          Map.entry("java.lang.Throwable", "Declare an exception in a throws clause."));

  private Remedies() {}

  static String of(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (KNOWN.containsKey(name)) return KNOWN.get(name);
    if (type.getAnnotation(ComponentInterface.class) != null
        || type.getAnnotation(Capability.class) != null) {
      return "Ask for it in the implementation's constructor; it is no value.";
    }
    if (name.startsWith("java.util.function.")
        || type.getAnnotation(FunctionalInterface.class) != null) {
      return "Code does not travel: call back through a component, or return the result.";
    }
    if (name.startsWith("java.util.stream.")
        || name.equals("java.util.Iterator")
        || name.startsWith("java.util.concurrent.Flow")) {
      return "Use a List or, as a method's whole result or parameter, a ValueStream.";
    }
    if (name.startsWith("java.util.concurrent.")) {
      return "Return the value itself: calls block, and blocking is cheap on virtual threads.";
    }
    if (name.startsWith("java.util.") || name.equals("java.lang.Iterable")) {
      return "Use List, Set or Map.";
    }
    if (type.getKind() == ElementKind.INTERFACE) return "Make it a sealed interface of records.";
    return "Make it a record.";
  }
}
