package dev.heddle.boutique.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The properties that exist, by the metadata on the class path. */
final class Settings {
  private final Set<String> names = new HashSet<>();
  private final Set<String> maps = new HashSet<>();

  private Settings() {}

  static Settings ofHeddle() throws IOException {
    Settings settings = new Settings();
    ClassLoader loader = Settings.class.getClassLoader();
    for (URL file :
        Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = file.openStream()) {
        for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
          settings.add(property);
        }
      }
    }
    return settings;
  }

  private void add(JsonNode property) {
    String name = property.path("name").asString("");
    names.add(name);
    if (property.path("type").asString("").startsWith("java.util.Map<")) maps.add(name + ".");
  }

  boolean know(String property) {
    String name = property.replaceAll("\\[\\d+]", "");
    return names.contains(name) || maps.stream().anyMatch(name::startsWith);
  }
}
