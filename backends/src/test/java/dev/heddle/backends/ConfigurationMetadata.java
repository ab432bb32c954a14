package dev.heddle.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties that Spring's annotation processor found in the main classes of framework-core and
 * of this module.
 */
final class ConfigurationMetadata {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("../framework-core/target/classes/META-INF"), Path.of("target/classes/META-INF"));
  private static final String MAP = "java.util.Map<java.lang.String,";

  /** One property, as a person reads of it; a description or default that is missing is empty. */
  record Property(String name, String type, String defaultValue, String description) {}

  private ConfigurationMetadata() {}

  /** All of them; those of a map's values stand under the map's name and a key. */
  static List<Property> properties() throws IOException {
    List<Property> properties = new ArrayList<>();
    for (Path folder : FOLDERS) {
      Path file = folder.resolve("spring-configuration-metadata.json");
      properties.addAll(read(folder, file, "", "NAME"));
    }
    return properties;
  }

  private static List<Property> read(Path folder, Path file, String prefix, String key)
      throws IOException {
    List<Property> properties = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(Files.readString(file)).get("properties")) {
      String name = prefix + node.get("name").asString();
      String type = node.get("type").asString();
      if (!type.startsWith(MAP)) {
        properties.add(property(name, type, node));
        continue;
      }
      String value = type.substring(MAP.length(), type.length() - 1);
      Path source = folder.resolve("spring/configuration-metadata/" + value + ".json");
      if (Files.exists(source))
        properties.addAll(read(folder, source, name + "." + key + ".", "KEY"));
      else properties.add(property(name + "." + key, value, node));
    }
    return properties;
  }

  private static Property property(String name, String type, JsonNode node) {
    JsonNode values = node.path("defaultValue");
    String description = node.path("description").asString("");
    return new Property(name, word(type), values.asString(""), description);
  }

  /** What a person is told of a type: how a value is written. */
  private static String word(String type) {
    return switch (type) {
      case "java.lang.Boolean" -> "`true` or `false`";
      case "java.lang.Integer", "java.lang.Long" -> "number";
      case "java.lang.String" -> "text";
      case "java.util.List<java.lang.String>" -> "texts, separated by commas";
      case "java.nio.file.Path" -> "path";
      case "java.time.Duration" -> "duration";
      case "org.springframework.util.unit.DataSize" -> "size";
      default -> choice(type);
    };
  }

  private static String choice(String type) {
    try {
      Object[] constants = Class.forName(type).getEnumConstants();
      if (constants == null) throw new AssertionError("say how a " + type + " is written");
      Stream<String> words = Arrays.stream(constants).map(Object::toString);
      return words
          .map(constant -> "`" + constant.toLowerCase(Locale.ROOT) + "`")
          .collect(Collectors.joining(", "));
    } catch (ClassNotFoundException missing) {
      throw new AssertionError("the metadata names " + type, missing);
    }
  }
}
