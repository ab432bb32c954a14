package dev.heddle.test;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Reads {@code Component.key=value} and {@code Component=implementation}. */
final class TestSettings {
  private static final Pattern SETTING = Pattern.compile("(\\w+)\\.([^=]+)=(.*)");

  private static final Pattern CHOICE = Pattern.compile("(\\w+)=(.+)");

  private TestSettings() {}

  static Map<String, ComponentOptions> parse(String[] set, String[] chosen) {
    Map<String, Map<String, String>> settings = settings(set);
    Map<String, String> implementations = implementations(chosen);
    Set<String> components = new TreeSet<>(settings.keySet());
    components.addAll(implementations.keySet());
    Map<String, ComponentOptions> options = new TreeMap<>();
    for (String component : components) {
      ComponentOptions own =
          ComponentOptions.NONE.withSettings(settings.getOrDefault(component, Map.of()));
      String named = implementations.get(component);
      options.put(component, named == null ? own : own.withImplementation(named));
    }
    return options;
  }

  private static Map<String, String> implementations(String[] choices) {
    Map<String, String> chosen = new TreeMap<>();
    for (String choice : choices) {
      Matcher parts = CHOICE.matcher(choice);
      if (!parts.matches()) {
        throw new ExtensionConfigurationException(
            "an implementation is chosen by Component=name: found '" + choice + "'");
      }
      chosen.put(parts.group(1), parts.group(2));
    }
    return chosen;
  }

  private static Map<String, Map<String, String>> settings(String[] settings) {
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
    return values;
  }
}
