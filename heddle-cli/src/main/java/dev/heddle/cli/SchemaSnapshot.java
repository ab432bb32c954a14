package dev.heddle.cli;

import dev.heddle.cli.schema.Schema;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All schemas of an application in one text, the same for the same application.
 *
 * @param text JSON, to be committed and read
 */
record SchemaSnapshot(String text) {
  /** Its name, in the folder of the application's module. */
  static final String FILE = "heddle-schema.json";

  private static final String FOLDER = "META-INF/heddle/schema";
  private static final int FORMAT = 1;

  /** Of what the annotation processor wrote into an application's own classes and jars. */
  static SchemaSnapshot of(UnpackedApplication application) throws IOException {
    Map<String, Map<String, String>> kinds = new TreeMap<>();
    for (String kind : Set.of("components", "events", "implementations")) {
      kinds.put(kind, new TreeMap<>());
    }
    for (Path place : application.own()) {
      if (Files.isDirectory(place)) {
        collect(place, kinds);
        continue;
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        collect(jar.getPath("/"), kinds);
      }
    }
    return new SchemaSnapshot(
        kinds.entrySet().stream()
            .map(kind -> "  \"" + kind.getKey() + "\": " + array(kind.getValue()))
            .collect(Collectors.joining(",\n", "{\n  \"format\": " + FORMAT + ",\n", "\n}\n")));
  }

  Schema schema() {
    return Schema.read(text);
  }

  boolean isEmpty() {
    Schema schema = schema();
    return schema.components().isEmpty() && schema.events().isEmpty();
  }

  private static void collect(Path root, Map<String, Map<String, String>> kinds)
      throws IOException {
    for (Map.Entry<String, Map<String, String>> kind : kinds.entrySet()) {
      Path folder = root.resolve(FOLDER).resolve(kind.getKey());
      if (!Files.isDirectory(folder)) continue;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          kind.getValue().put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
  }

  private static String array(Map<String, String> fragments) {
    if (fragments.isEmpty()) return "[]";
    return fragments.values().stream()
        .map(fragment -> fragment.strip().indent(4).stripTrailing())
        .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
  }
}
