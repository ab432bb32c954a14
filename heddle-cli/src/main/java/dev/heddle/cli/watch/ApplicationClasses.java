package dev.heddle.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The class folders that an application runs from, kept up to date with the sources of its modules.
 *
 * <p>For one thread.
 */
public final class ApplicationClasses {
  /** What templates and browsers read anew each time: DevTools' list. */
  private static final Set<String> READ_ANEW = Set.of("static", "public", "templates", "resources");

  private final Path root;
  private final List<Path> libraries;
  private final List<ModuleClasses> modules = new ArrayList<>();

  /**
   * Class folders, filled from those that Maven made.
   *
   * @param root the project
   * @param compiled the modules in the order of the build, and how Maven compiles them
   * @param libraries jars that all modules may use
   * @param work a folder of their own
   */
  public ApplicationClasses(
      Path root, Map<Path, CompilerOptions> compiled, List<Path> libraries, Path work)
      throws IOException {
    this.root = root;
    this.libraries = List.copyOf(libraries);
    for (Map.Entry<Path, CompilerOptions> module : compiled.entrySet()) {
      Path name = root.relativize(module.getKey());
      modules.add(
          new ModuleClasses(
              root,
              module.getKey(),
              module.getValue(),
              work.resolve("classes").resolve(name),
              work.resolve("compiler").resolve(name)));
    }
  }

  /** The class folders, the application's own first. */
  public List<Path> folders() {
    return modules.reversed().stream().map(ModuleClasses::folder).toList();
  }

  /** Where sources and resources are. */
  public List<Path> roots() {
    return modules.stream().flatMap(module -> module.roots().stream()).toList();
  }

  /** Compiles all once, so that the next time is fast; returns the errors. */
  public List<String> rehearse() throws IOException {
    List<Path> before = new ArrayList<>(libraries);
    for (ModuleClasses module : modules) {
      List<String> errors = module.rehearse(before).errors();
      if (!errors.isEmpty()) return errors;
      before.addFirst(module.folder());
    }
    return List.of();
  }

  /** Brings the class folders up to date with files that were written or removed. */
  public Outcome apply(Collection<Path> changed) throws IOException {
    List<Step> steps = new ArrayList<>();
    int compiled = 0;
    boolean all = false;
    for (ModuleClasses module : modules) {
      List<Path> sources = changed.stream().filter(module::holdsSource).toList();
      compiled += sources.size();
      if (sources.isEmpty() && !all) continue;
      boolean gone = sources.stream().anyMatch(source -> !Files.exists(source));
      Step step = module.compile(sources, all || gone, classPath(module, steps));
      List<String> errors = step.compilation().errors();
      if (!errors.isEmpty()) return new Outcome(compiled, 0, false, errors, List.of());
      steps.add(step);
      all |= step.shapesDiffer() || step.whole();
    }
    boolean restart = false;
    for (Step step : steps) restart |= step.module().take(step);
    return resources(changed, compiled, restart);
  }

  private Outcome resources(Collection<Path> changed, int compiled, boolean restart)
      throws IOException {
    int copied = 0;
    boolean again = restart;
    List<String> rebuild = new ArrayList<>();
    for (ModuleClasses module : modules) {
      for (Path file : changed) {
        if (!module.holdsResource(file)) continue;
        Optional<Path> taken = module.takeResource(file);
        if (taken.isEmpty()) rebuild.add(root.relativize(file).toString());
        else {
          copied++;
          again |= !READ_ANEW.contains(taken.get().getName(0).toString());
        }
      }
    }
    return new Outcome(compiled, copied, again, List.of(), rebuild);
  }

  /** What a module may use: the modules before it, as just compiled, and libraries. */
  private List<Path> classPath(ModuleClasses user, List<Step> steps) {
    Stream<Path> before =
        modules.subList(0, modules.indexOf(user)).reversed().stream()
            .flatMap(module -> folders(module, steps));
    return Stream.concat(before, libraries.stream()).toList();
  }

  private static Stream<Path> folders(ModuleClasses module, List<Step> steps) {
    Optional<Step> step = steps.stream().filter(done -> done.module() == module).findFirst();
    if (step.isEmpty()) return Stream.of(module.folder());
    Path fresh = step.get().compilation().folder();
    return step.get().whole() ? Stream.of(fresh) : Stream.of(fresh, module.folder());
  }
}
