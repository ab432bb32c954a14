package dev.heddle.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The class folder of one module, as the application sees it, and how it is brought up to date. */
final class ModuleClasses {
  private static final String MODULE_INFO = "module-info.java";

  private final Path sources;
  private final Path resources;
  private final CompilerOptions options;
  private final ModuleCompiler compiler;
  private final Path folder;
  private final Set<Path> filtered;
  private Map<String, Optional<Path>> origins = Map.of();

  /**
   * The class folder of a module, filled from the one that Maven made.
   *
   * @param root the project
   * @param module the module
   * @param folder the class folder
   * @param work a folder for what is being compiled
   */
  ModuleClasses(Path root, Path module, CompilerOptions options, Path folder, Path work)
      throws IOException {
    this.sources = module.resolve("src/main/java");
    this.resources = module.resolve("src/main/resources");
    this.options = options;
    this.compiler = new ModuleCompiler(root, options, work);
    this.folder = Folders.empty(folder);
    Folders.copy(Path.of(options.output()), folder);
    this.filtered = changedByTheBuild();
  }

  Path folder() {
    return folder;
  }

  List<Path> roots() {
    return List.of(sources, resources);
  }

  boolean holdsSource(Path file) {
    return file.startsWith(sources)
        && file.toString().endsWith(".java")
        && !file.endsWith(MODULE_INFO);
  }

  boolean holdsResource(Path file) {
    return file.startsWith(resources);
  }

  /** Compiles all, and takes over nothing but which source each class comes from. */
  Compilation rehearse(List<Path> classPath) throws IOException {
    Compilation all = compiler.compile(allSources(), classPath);
    if (all.errors().isEmpty()) origins = all.origins();
    return all;
  }

  /** Compiles the changed sources, and all if that is not enough. */
  Step compile(Collection<Path> changed, boolean all, List<Path> classPath) throws IOException {
    if (!all) {
      List<Path> own = new ArrayList<>(List.of(folder));
      own.addAll(classPath);
      Compilation some = compiler.compile(List.copyOf(changed), own);
      if (!some.errors().isEmpty() || coversOnly(changed, some)) {
        return new Step(this, some, false, false);
      }
    }
    Compilation whole = compiler.compile(allSources(), classPath);
    return new Step(this, whole, true, whole.errors().isEmpty() && shapesDiffer(whole));
  }

  /** Puts what was compiled into the class folder; whether that changed anything. */
  boolean take(Step step) throws IOException {
    Compilation made = step.compilation();
    boolean changed = false;
    for (String output : made.origins().keySet()) {
      changed |= Folders.put(made.folder().resolve(output), folder.resolve(output));
    }
    Map<String, Optional<Path>> now = new HashMap<>(step.whole() ? Map.of() : origins);
    now.putAll(made.origins());
    for (String stale : origins.keySet()) {
      if (!now.containsKey(stale)) changed |= Files.deleteIfExists(folder.resolve(stale));
    }
    origins = Map.copyOf(now);
    return changed;
  }

  /**
   * Copies a resource, or removes it where it is gone.
   *
   * @return empty if the build does more than to copy it
   */
  Optional<Path> takeResource(Path file) throws IOException {
    if (filtered.contains(file)) return Optional.empty();
    Path relative = resources.relativize(file);
    if (Files.exists(file)) Folders.put(file, folder.resolve(relative.toString()));
    else Files.deleteIfExists(folder.resolve(relative.toString()));
    return Optional.of(relative);
  }

  /** Whether the same outputs came out of the sources as before, and look the same to others. */
  private boolean coversOnly(Collection<Path> changed, Compilation made) throws IOException {
    Set<String> before =
        origins.entrySet().stream()
            .filter(output -> output.getValue().filter(changed::contains).isPresent())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return before.equals(made.origins().keySet()) && !shapesDiffer(made);
  }

  private boolean shapesDiffer(Compilation made) throws IOException {
    Set<String> names = new HashSet<>(made.origins().keySet());
    for (String name : names) {
      if (!name.endsWith(".class")) continue;
      Path old = folder.resolve(name);
      if (!Files.exists(old)) return true;
      byte[] before = Files.readAllBytes(old);
      byte[] now = Files.readAllBytes(made.folder().resolve(name));
      if (!Arrays.equals(before, now) && !ClassShape.same(before, now)) return true;
    }
    return false;
  }

  private List<Path> allSources() throws IOException {
    List<Path> all = new ArrayList<>(Folders.files(sources));
    all.removeIf(file -> !holdsSource(file));
    options.generated().stream().map(Path::of).filter(Files::exists).forEach(all::add);
    return all;
  }

  /** Resources whose copies differ, as those in which the build replaces placeholders. */
  private Set<Path> changedByTheBuild() throws IOException {
    Set<Path> changed = new HashSet<>();
    for (Path file : Folders.files(resources)) {
      Path copy = folder.resolve(resources.relativize(file).toString());
      if (Files.exists(copy) && Files.mismatch(file, copy) >= 0) changed.add(file);
    }
    return Set.copyOf(changed);
  }
}
