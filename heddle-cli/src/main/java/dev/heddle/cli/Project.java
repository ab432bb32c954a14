package dev.heddle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A Maven project that holds a Spring Boot application, in one module or itself. */
final class Project {
  private final Path root;
  private final Map<Path, Pom> modules = new LinkedHashMap<>();

  private Project(Path root) {
    this.root = root;
    addModules(root);
  }

  /** The project in a folder. */
  static Project in(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.isRegularFile(absolute.resolve("pom.xml"))) return new Project(absolute);
    throw CommandFailure.failed(
        "there is no pom.xml in " + absolute + ". Run heddle in the root folder of a project");
  }

  Path root() {
    return root;
  }

  /**
   * The folder of the module that is the application.
   *
   * @param named the module's folder, if a person named one; else the project's property {@code
   *     heddle.application} may name it
   */
  Path application(Optional<String> named) {
    List<Path> applications = applications();
    Optional<String> chosen =
        named.or(() -> Objects.requireNonNull(modules.get(root)).property("heddle.application"));
    if (chosen.isPresent()) {
      Path module = root.resolve(chosen.get()).normalize();
      if (applications.contains(module)) return module;
      throw CommandFailure.usage(
          chosen.get() + " is not an application of this project; " + offer(applications));
    }
    if (applications.size() == 1) return applications.getFirst();
    if (applications.isEmpty()) {
      throw CommandFailure.failed(
          "no module of this project makes an application. Add the spring-boot-maven-plugin with"
              + " its goal 'repackage' to the one that does");
    }
    throw CommandFailure.usage(
        "this project has several applications: choose one, here or for good by the property"
            + " heddle.application in "
            + root.resolve("pom.xml")
            + "; "
            + offer(applications));
  }

  /** The folders of a module and of those that its pom.xml names, directly or not; and the root. */
  Set<Path> parts(Path module) {
    Set<Path> parts = new LinkedHashSet<>(Arrays.asList(root, module));
    addParts(module, parts);
    return parts;
  }

  /** The names of the artifacts that some modules make. */
  Set<String> artifacts(Set<Path> parts) {
    return parts.stream()
        .map(part -> Objects.requireNonNull(modules.get(part)).artifactId())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void addParts(Path module, Set<Path> parts) {
    Set<String> mentioned = Objects.requireNonNull(modules.get(module)).mentionedArtifacts();
    modules.forEach(
        (other, pom) -> {
          if (mentioned.contains(pom.artifactId()) && parts.add(other)) addParts(other, parts);
        });
  }

  private String offer(List<Path> applications) {
    if (applications.isEmpty()) return "it has none";
    return "there is "
        + String.join(
            ", ",
            applications.stream()
                .map(module -> "--application " + root.relativize(module))
                .toList());
  }

  private List<Path> applications() {
    return modules.entrySet().stream()
        .filter(module -> module.getValue().makesApplication())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void addModules(Path folder) {
    Pom pom = Pom.read(folder.resolve("pom.xml"));
    if (modules.putIfAbsent(folder, pom) != null) return;
    for (String name : pom.modules()) {
      Path module = folder.resolve(name).normalize();
      if (Files.isRegularFile(module.resolve("pom.xml"))) addModules(module);
    }
  }
}
