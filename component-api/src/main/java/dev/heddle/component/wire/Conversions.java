package dev.heddle.component.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Between the types that Protobuf has and those that only Java has. What reads throws {@link
 * MalformedMessageException} and names the field; what prepares a value for writing throws {@link
 * InvalidValueException} and names the place.
 */
public final class Conversions {
  private Conversions() {}

  /** An int32 as a {@code byte}. */
  public static byte int8(int number, String field) {
    if ((byte) number != number) throw outOfRange(number, field);
    return (byte) number;
  }

  /** An int32 as a {@code short}. */
  public static short int16(int number, String field) {
    if ((short) number != number) throw outOfRange(number, field);
    return (short) number;
  }

  /** A uint32 as a {@code char}. */
  public static char char16(int number, String field) {
    if ((char) number != number) throw outOfRange(number, field);
    return (char) number;
  }

  /** A UUID from its text. */
  public static UUID uuid(String text, String field) {
    try {
      return UUID.fromString(required(text, field));
    } catch (IllegalArgumentException notOne) {
      throw invalid(text, field);
    }
  }

  /** A URI from its text, which may be empty: that is a valid reference. */
  public static URI uri(String text, String field) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notOne) {
      throw invalid(text, field);
    }
  }

  /** A date from its ISO 8601 text. */
  public static LocalDate localDate(String text, String field) {
    try {
      return IsoText.date(required(text, field));
    } catch (DateTimeException notOne) {
      throw invalid(text, field);
    }
  }

  /** A date and time from its ISO 8601 text. */
  public static LocalDateTime localDateTime(String text, String field) {
    try {
      return IsoText.dateTime(required(text, field));
    } catch (DateTimeException notOne) {
      throw invalid(text, field);
    }
  }

  /** A date, time and zone from its text: ISO 8601 followed by the zone's name in brackets. */
  public static ZonedDateTime zonedDateTime(String text, String field) {
    try {
      return ZonedDateTime.parse(required(text, field));
    } catch (DateTimeException notOne) {
      throw invalid(text, field);
    }
  }

  /** A list that can be walked backwards by index at no more cost than forwards. */
  public static <T> List<T> indexed(@Nullable List<T> list, String place) {
    List<T> present = InvalidValueException.present(list, place);
    return present instanceof RandomAccess ? present : new ArrayList<>(present);
  }

  /** A set's elements in its order. */
  public static <T> List<T> indexed(@Nullable Set<T> set, String place) {
    return new ArrayList<>(InvalidValueException.present(set, place));
  }

  /** A map's entries in its order. */
  public static <K, V> List<Map.Entry<K, V>> entries(@Nullable Map<K, V> map, String place) {
    return new ArrayList<>(InvalidValueException.present(map, place).entrySet());
  }

  /** An exception's message as text that can travel, empty when it has none. */
  public static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? "" : sayable(message);
  }

  /** The text with a question mark for each half of a surrogate pair, which UTF-8 cannot say. */
  public static String sayable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String required(String text, String field) {
    if (text.isEmpty()) throw MalformedMessageException.missing(field);
    return text;
  }

  private static MalformedMessageException outOfRange(int number, String field) {
    return MalformedMessageException.invalid(field, Integer.toString(number));
  }

  private static MalformedMessageException invalid(String text, String field) {
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
    return MalformedMessageException.invalid(field, "'" + shown + "'");
  }
}
