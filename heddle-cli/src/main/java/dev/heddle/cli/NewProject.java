package dev.heddle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a new project: a small application of two components, with tests. */
final class NewProject {
  private static final String MAIN = "src/main/java/";
  private static final String TEST = "src/test/java/";

  private final String name;
  private final String packageName;
  private final Properties versions;

  /**
   * @param name lower-case words separated by dashes
   * @param packageName a Java package
   */
  NewProject(String name, String packageName) throws IOException {
    this.name = name;
    this.packageName = packageName;
    this.versions = new Properties();
    versions.load(new java.io.StringReader(resource("versions.properties")));
  }

  /** Writes the project into a folder, which is made. */
  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    Path launcher = folder.resolve("heddle");
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(launcher);
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(launcher, permissions);
  }

  /** Name of the application's class, without its package. */
  String applicationClass() {
    return className() + "Application";
  }

  private Map<String, String> files() throws IOException {
    String folder = packageName.replace('.', '/') + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("heddle", resource("heddle"));
    files.put("pom.xml", template("pom.xml"));
    files.put("README.md", template("README.md"));
    files.put(".gitignore", template("gitignore"));
    files.put("src/main/resources/application.properties", template("application.properties"));
    files.put(MAIN + folder + applicationClass() + ".java", template("Application.java"));
    files.put(MAIN + folder + "HelloController.java", template("HelloController.java"));
    for (String type : new String[] {"Greeting", "PlainGreeting"}) {
      files.put(MAIN + folder + "greeting/" + type + ".java", template(type + ".java"));
    }
    for (String type : new String[] {"Visits", "StoredVisits"}) {
      files.put(MAIN + folder + "visits/" + type + ".java", template(type + ".java"));
    }
    files.put(TEST + folder + "greeting/GreetingTest.java", template("GreetingTest.java"));
    files.put(TEST + folder + "BoundariesTest.java", template("BoundariesTest.java"));
    return files;
  }

  private String template(String file) throws IOException {
    return resource(file + ".txt")
        .replace("@name@", name)
        .replace("@Name@", className())
        .replace("@package@", packageName)
        .replace("@heddle.version@", versions.getProperty("heddle"))
        .replace("@spring-boot.version@", versions.getProperty("spring-boot"));
  }

  private String className() {
    return Stream.of(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String resource(String file) throws IOException {
    try (InputStream text = NewProject.class.getResourceAsStream("project/" + file)) {
      return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
