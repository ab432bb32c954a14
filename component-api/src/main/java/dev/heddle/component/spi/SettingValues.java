package dev.heddle.component.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A component's settings on their way into its record: remembers all that is wrong, and tells it
 * together. A key is found however it is written: {@code flatRate}, {@code flat-rate} and {@code
 * flatrate} are one. For one thread and one reading.
 */
public final class SettingValues {
  private static final List<String> SECRET =
      List.of("password", "passphrase", "secret", "token", "credential", "apikey", "privatekey");

  private final Map<String, String> values = new HashMap<>();
  private final List<WrongSetting> wrong = new ArrayList<>();

  /** The settings as they are configured. */
  public SettingValues(Map<String, String> configured) {
    configured.forEach((key, value) -> values.put(uniform(key), value));
  }

  /** A key without the differences that do not count. */
  public static String uniform(String key) {
    return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** {@code flatRate} or {@code FLAT_RATE} as {@code flat-rate}. */
  public static String kebab(String name) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (begins) kebab.append('-');
      kebab.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    return kebab.toString();
  }

  /** A setting that must be configured. */
  public <T> Supplier<T> required(String key, SettingType<T> type) {
    String value = value(key);
    if (value != null) return read(key, value, type);
    wrong.add(new WrongSetting(key, "is not set", "Set it to " + type.expected()));
    return SettingValues::unread;
  }

  /** A setting that is {@code fallback} where it is not configured. */
  public <T> Supplier<T> withDefault(String key, String fallback, SettingType<T> type) {
    String value = value(key);
    return read(key, value == null ? fallback : value, type);
  }

  /** A setting that is empty where it is not configured, or blank. */
  public <T> Supplier<Optional<T>> optional(String key, SettingType<T> type) {
    String value = value(key);
    if (value == null || value.isBlank()) return Optional::empty;
    Supplier<T> read = read(key, value, type);
    return () -> Optional.of(read.get());
  }

  /**
   * Passes if nothing was wrong so far.
   *
   * @throws InvalidSettingsException with all that was
   */
  public void check() {
    if (!wrong.isEmpty()) throw new InvalidSettingsException(wrong);
  }

  /** What to throw when the record refuses its values. */
  public InvalidSettingsException refused(IllegalArgumentException refusal) {
    String message = refusal.getMessage() == null ? refusal.toString() : refusal.getMessage();
    return new InvalidSettingsException(
        List.of(new WrongSetting("", "are refused: " + message, "Change them accordingly")));
  }

  /** The value, or the elements of a list in YAML, which stand under {@code key[0]} and so on. */
  private @Nullable String value(String key) {
    String uniform = uniform(key);
    String value = values.get(uniform);
    String element = values.get(uniform + "[0]");
    if (value != null || element == null) return value;
    StringBuilder elements = new StringBuilder(element);
    for (int i = 1; values.containsKey(uniform + "[" + i + "]"); i++) {
      elements.append(',').append(values.get(uniform + "[" + i + "]"));
    }
    return elements.toString();
  }

  private <T> Supplier<T> read(String key, String value, SettingType<T> type) {
    try {
      T read = type.read(value);
      return () -> read;
    } catch (IllegalArgumentException unreadable) {
      String found = secret(key) ? "is something else, not shown here" : "is '" + value + "'";
      wrong.add(new WrongSetting(key, found, "Set it to " + type.expected()));
      return SettingValues::unread;
    }
  }

  private static boolean secret(String key) {
    String uniform = uniform(key);
    for (String word : SECRET) {
      if (uniform.contains(word)) return true;
    }
    return false;
  }

  private static <T> T unread() {
    throw new IllegalStateException("check() comes before the values are used");
  }
}
