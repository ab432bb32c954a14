package dev.heddle.test;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Reads {@code Component.key=value}. */
final class TestSettings {
  private static final Pattern SETTING = Pattern.compile("(\\w+)\\.([^=]+)=(.*)");

  private TestSettings() {}

  static Map<String, ComponentOptions> parse(String[] settings) {
    Map<String, Map<String, String>> values = new TreeMap<>();
    for (String setting : settings) {
      Matcher parts = SETTING.matcher(setting);
      if (!parts.matches()) {
        throw new ExtensionConfigurationException(
            "a setting is written Component.key=value: found '" + setting + "'");
      }
      values
          .computeIfAbsent(parts.group(1), component -> new TreeMap<>())
          .put(parts.group(2), parts.group(3));
    }
    Map<String, ComponentOptions> options = new TreeMap<>();
    values.forEach(
        (component, own) ->
            options.put(component, new ComponentOptions(Optional.empty(), Optional.empty(), own)));
    return options;
  }
}
