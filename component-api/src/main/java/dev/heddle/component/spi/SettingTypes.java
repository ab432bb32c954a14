package dev.heddle.component.spi;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The types that a setting may have. */
public final class SettingTypes {
  /** Any text. */
  public static final SettingType<String> TEXT = type("a text", text -> text);

  /** An int. */
  public static final SettingType<Integer> INT =
      type("a whole number from -2147483648 to 2147483647", Integer::valueOf);

  /** A long. */
  public static final SettingType<Long> LONG = type("a whole number", Long::valueOf);

  /** A finite double. */
  public static final SettingType<Double> DOUBLE =
      type("a number, such as 0.25", SettingTypes::finite);

  /** A decimal number. */
  public static final SettingType<BigDecimal> DECIMAL =
      type("a decimal number, such as 4.99", BigDecimal::new);

  /** True or false. */
  public static final SettingType<Boolean> BOOLEAN =
      type("true or false", SettingTypes::trueOrFalse);

  /** A duration, as configuration writes it or as ISO 8601 does. */
  public static final SettingType<Duration> DURATION =
      type("a duration, such as 100ms, 30s, 5m, 2h or 1d", SettingTypes::duration);

  /** A URI. */
  public static final SettingType<URI> URI =
      type("a URI, such as https://example.com/path", java.net.URI::create);

  /** Texts, separated by commas; those around a text that are blank do not count. */
  public static final SettingType<List<String>> TEXTS =
      type("texts, separated by commas", SettingTypes::texts);

  private record Read<T>(String expected, Function<String, T> reading) implements SettingType<T> {
    @Override
    public T read(String text) {
      return reading.apply(text);
    }
  }

  private SettingTypes() {}

  /** One of an enum's constants, whatever its case, with hyphens or underscores. */
  public static <E extends Enum<E>> SettingType<E> oneOf(E[] constants) {
    List<String> names = new ArrayList<>();
    for (E constant : constants) names.add(SettingValues.kebab(constant.name()));
    return type("one of " + String.join(", ", names), text -> constant(constants, text));
  }

  private static <T> SettingType<T> type(String expected, Function<String, T> reading) {
    return new Read<>(expected, reading);
  }

  private static <E extends Enum<E>> E constant(E[] constants, String text) {
    for (E constant : constants) {
      if (SettingValues.uniform(constant.name()).equals(SettingValues.uniform(text))) {
        return constant;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static double finite(String text) {
    double number = Double.parseDouble(text);
    if (Double.isNaN(number) || Double.isInfinite(number)) throw new NumberFormatException(text);
    return number;
  }

  private static boolean trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Duration duration(String text) {
    int digits = text.startsWith("-") ? 1 : 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) digits++;
    try {
      if (text.startsWith("P") || text.startsWith("-P")) return Duration.parse(text);
      long amount = Long.parseLong(text.substring(0, digits));
      return switch (text.substring(digits)) {
        case "ns" -> Duration.ofNanos(amount);
        case "us" -> Duration.ofNanos(Math.multiplyExact(amount, 1_000L));
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        case "d" -> Duration.ofDays(amount);
        default -> throw new IllegalArgumentException(text);
      };
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw new IllegalArgumentException(text, unreadable);
    }
  }

  private static List<String> texts(String text) {
    List<String> texts = new ArrayList<>();
    for (String part : text.split(",")) {
      if (!part.isBlank()) texts.add(part.strip());
    }
    return List.copyOf(texts);
  }
}
