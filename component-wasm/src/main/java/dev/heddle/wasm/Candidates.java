package dev.heddle.wasm;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the implementations that modules are to be made of. */
final class Candidates {
  private static final String INDEX = "META-INF/heddle/implementations";

  private final ClassPath classPath;
  private final Path output;

  Candidates(ClassPath classPath, Path output) {
    this.classPath = classPath;
    this.output = output;
  }

  /**
   * All sandboxable implementations of the class path, by name; without those that a library brings
   * with their modules.
   */
  List<Candidate> find() throws IOException {
    Map<String, Candidate> found = new TreeMap<>();
    try (URLClassLoader loader =
        new URLClassLoader("application", classPath.urls(), Candidates.class.getClassLoader())) {
      for (ClassPathEntry entry : classPath.entries()) {
        for (String name : entry.list(INDEX)) {
          ImplementationDescriptor<?> descriptor = load(loader, name);
          if (descriptor.runtime() != Runtime.WASM) continue;
          Candidate candidate = Candidate.of(descriptor);
          if (!hasModule(entry, candidate)) found.putIfAbsent(name, candidate);
        }
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Candidate::implementation)).toList();
  }

  private boolean hasModule(ClassPathEntry entry, Candidate candidate) throws IOException {
    return !entry.path().equals(output)
        && entry.load(ModuleFiles.module(candidate.implementation())).isPresent();
  }

  private static ImplementationDescriptor<?> load(ClassLoader loader, String name) {
    try {
      return (ImplementationDescriptor<?>)
          Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError failure) {
      throw new SandboxBuildException(
          List.of(
              new Problem(
                  "The index of implementations names classes that can be loaded.",
                  INDEX,
                  name + ": " + failure,
                  "Build the module that holds it again (mvn clean compile).")));
    }
  }
}
