package dev.heddle.test;

import dev.heddle.core.RuntimeOptions.ComponentOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the second process is told of a test's application, in a file.
 *
 * @param listen where it takes calls
 * @param home where the test's own process does
 * @param elsewhere names of components that run there
 * @param components options by the components' names: settings and implementations
 */
record SatelliteSetup(
    String listen, String home, Set<String> elsewhere, Map<String, ComponentOptions> components) {
  private static final String LISTEN = "listen";
  private static final String HOME = "home";
  private static final String ELSEWHERE = "elsewhere.";
  private static final String SETTING = "setting.";
  private static final String IMPLEMENTATION = "implementation.";

  void write(Path file) throws IOException {
    Properties all = new Properties();
    all.setProperty(LISTEN, listen);
    all.setProperty(HOME, home);
    elsewhere.forEach(component -> all.setProperty(ELSEWHERE + component, ""));
    components.forEach(
        (component, options) -> {
          options
              .settings()
              .forEach((key, value) -> all.setProperty(SETTING + component + "." + key, value));
          options
              .implementation()
              .ifPresent(chosen -> all.setProperty(IMPLEMENTATION + component, chosen));
        });
    try (Writer out = Files.newBufferedWriter(file)) {
      all.store(out, null);
    }
  }

  static SatelliteSetup read(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    }
    return new SatelliteSetup(
        all.getProperty(LISTEN, ""),
        all.getProperty(HOME, ""),
        new TreeSet<>(after(ELSEWHERE, all).keySet()),
        TestSettings.parse(
            assignments(after(SETTING, all)), assignments(after(IMPLEMENTATION, all))));
  }

  private static Map<String, String> after(String prefix, Properties all) {
    Map<String, String> found = new TreeMap<>();
    for (String name : all.stringPropertyNames()) {
      if (!name.startsWith(prefix)) continue;
      found.put(name.substring(prefix.length()), all.getProperty(name, ""));
    }
    return found;
  }

  private static String[] assignments(Map<String, String> values) {
    List<String> assignments =
        values.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList();
    return assignments.toArray(String[]::new);
  }
}
