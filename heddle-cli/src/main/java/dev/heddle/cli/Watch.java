package dev.heddle.cli;

import dev.heddle.cli.watch.ApplicationClasses;
import dev.heddle.cli.watch.CompilerOptions;
import dev.heddle.cli.watch.SourceTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes what {@code run --watch} needs: a build, class folders, a process, a loop. */
final class Watch {
  private final Project project;
  private final Path module;
  private final StopSignal stopSignal;
  private final PrintWriter err;

  Watch(Project project, Path module, StopSignal stopSignal, PrintWriter err) {
    this.project = project;
    this.module = module;
    this.stopSignal = stopSignal;
    this.err = err;
  }

  /** Runs the application until this process is told to stop it. */
  void run(int port, List<String> arguments, PrintWriter out)
      throws IOException, InterruptedException {
    try (SourceTree tree = new SourceTree(roots())) {
      // Before the build: what is saved during it counts as a change.
      Map<Path, SourceTree.Stamp> built = tree.look();
      ExecutableJar jar = new ApplicationJar(project, stopSignal, err).of(module);
      WatchedBuild build = new WatchedBuild(project, module, stopSignal, err);
      List<Path> libraries = build.libraries(jar);
      Map<Path, CompilerOptions> modules = build.modules(jar);
      built.keySet().removeIf(file -> !belongs(file, modules));
      ApplicationClasses classes =
          new ApplicationClasses(project.root(), modules, libraries, build.work());
      List<Path> classPath = new ArrayList<>(classes.folders());
      classPath.addAll(libraries);
      try (SourceTree watched = new SourceTree(roots(modules));
          WatchedProcess application =
              new WatchedProcess(
                  project.root(),
                  build.work(),
                  jar.mainClass(),
                  classPath,
                  port,
                  arguments,
                  stopSignal)) {
        new WatchedRun(project.root(), classes, application, stopSignal, out)
            .run(watched, built, () -> announcement(port));
      }
    }
  }

  private static String announcement(int port) {
    String url = RunFile.Run.url(port);
    try (ApplicationClient client = new ApplicationClient(url)) {
      return ApplicationProcess.announcement(client, url);
    }
  }

  private boolean belongs(Path file, Map<Path, CompilerOptions> modules) {
    return roots(modules).stream().anyMatch(file::startsWith);
  }

  private List<Path> roots(Map<Path, CompilerOptions> modules) {
    List<Path> roots = new ArrayList<>(List.of(project.root().resolve("pom.xml")));
    for (Path folder : modules.keySet()) {
      roots.add(folder.resolve("pom.xml"));
      roots.add(folder.resolve("src/main/java"));
      roots.add(folder.resolve("src/main/resources"));
    }
    return roots;
  }

  private List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    for (Path part : project.parts(module)) {
      roots.add(part.resolve("pom.xml"));
      roots.add(part.resolve("src/main"));
    }
    return roots;
  }
}
