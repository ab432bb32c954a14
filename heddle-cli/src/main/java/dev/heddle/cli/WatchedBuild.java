package dev.heddle.cli;

import dev.heddle.cli.watch.CompilerOptions;
import dev.heddle.cli.watch.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What an application that is watched is made from, as Maven says. */
final class WatchedBuild {
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The options that Maven compiles the modules with, in the order of the build. */
  record Compiled(List<CompilerOptions> modules) {}

  private final Project project;
  private final Path module;
  private final Path work;
  private final StopSignal stopSignal;
  private final PrintWriter err;

  WatchedBuild(Project project, Path module, StopSignal stopSignal, PrintWriter err) {
    this.project = project;
    this.module = module;
    this.work = project.root().resolve(".heddle/watch");
    this.stopSignal = stopSignal;
    this.err = err;
  }

  Path work() {
    return work;
  }

  /** The jars of the executable jar that are no modules of this project, and DevTools. */
  List<Path> libraries(ExecutableJar jar) throws IOException, InterruptedException {
    Path folder = Folders.empty(work.resolve("libraries"));
    List<Path> libraries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.file().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.getName().startsWith(LIBRARIES) || entry.isDirectory()) continue;
        String name = entry.getName().substring(LIBRARIES.length());
        if (isModule(name)) continue;
        Path library = folder.resolve(Path.of(name).getFileName());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, library);
        }
        libraries.add(library);
      }
    }
    if (named(libraries, "spring-boot-devtools-").isEmpty()) libraries.add(devTools(libraries));
    return libraries;
  }

  /** The modules that are in the executable jar, and how they are compiled. */
  Map<Path, CompilerOptions> modules(ExecutableJar jar) throws IOException, InterruptedException {
    Set<String> contents;
    try (ZipFile zip = new ZipFile(jar.file().toFile())) {
      contents = new java.util.HashSet<>(zip.stream().map(ZipEntry::getName).toList());
    }
    Map<Path, CompilerOptions> modules = new LinkedHashMap<>();
    for (CompilerOptions options : compiled().modules()) {
      Path folder = Path.of(options.output()).resolve("../..").normalize();
      if (folder.equals(module) || contents.stream().anyMatch(name -> isOf(folder, name))) {
        modules.put(folder, options);
      }
    }
    if (modules.containsKey(module)) return modules;
    throw CommandFailure.failed(
        "Maven's log does not say how it compiles "
            + module
            + ". --watch needs the maven-compiler-plugin and a path without spaces");
  }

  private boolean isOf(Path folder, String entry) {
    return entry.startsWith(LIBRARIES)
        && project.parts(module).contains(folder)
        && isModule(project.artifacts(Set.of(folder)), entry.substring(LIBRARIES.length()));
  }

  private boolean isModule(String library) {
    return isModule(project.artifacts(project.parts(module)), library);
  }

  private static boolean isModule(Set<String> artifacts, String library) {
    return artifacts.stream()
        .anyMatch(artifact -> library.matches(Pattern.quote(artifact) + "-\\d.*"));
  }

  /** Asked of Maven once, and again when a pom.xml has changed. */
  private Compiled compiled() throws IOException, InterruptedException {
    Path file = work.resolve("compiled-" + module.getFileName() + ".json");
    if (Files.exists(file) && !olderThanPoms(file)) {
      try {
        return Objects.requireNonNull(JSON.readValue(Files.readString(file), Compiled.class));
      } catch (JacksonException damaged) {
        Files.delete(file);
      }
    }
    for (Path part : project.parts(module)) forgetOneClass(part);
    Progress progress = new Progress(err, Terminal.onError());
    progress.step("Asking Maven how it compiles; this happens once ...");
    Compiled compiled =
        new Compiled(
            new Build(project.root(), stopSignal, progress)
                .compile(module).stream().flatMap(l -> CompilerOptions.read(l).stream()).toList());
    Files.createDirectories(work);
    Files.writeString(file, JSON.writeValueAsString(compiled));
    return compiled;
  }

  /** Maven compiles a module, and says how, only where a class is missing. */
  private static void forgetOneClass(Path part) throws IOException {
    Path sources = part.resolve("src/main/java");
    for (Path source : Folders.files(sources)) {
      String name = sources.relativize(source).toString().replaceAll("java$", "class");
      if (Files.deleteIfExists(part.resolve("target/classes").resolve(name))) return;
    }
  }

  private boolean olderThanPoms(Path file) throws IOException {
    FileTime made = Files.getLastModifiedTime(file);
    for (Path part : project.parts(module)) {
      FileTime changed = Files.getLastModifiedTime(part.resolve("pom.xml"));
      if (changed.compareTo(made) > 0) return true;
    }
    return false;
  }

  /** Spring Boot leaves DevTools out of executable jars, as it should. */
  private Path devTools(List<Path> libraries) throws IOException, InterruptedException {
    String version =
        named(libraries, "spring-boot-").stream()
            .map(name -> name.replaceAll("spring-boot-(\\d.*)\\.jar", "$1"))
            .filter(name -> name.matches("\\d.*"))
            .findFirst()
            .orElseThrow(
                () -> CommandFailure.failed("--watch needs an application of Spring Boot"));
    Path jar = work.resolve("spring-boot-devtools-" + version + ".jar");
    if (!Files.exists(jar)) {
      Progress progress = new Progress(err, Terminal.onError());
      progress.step("Fetching Spring Boot DevTools " + version + "; this happens once ...");
      new Build(project.root(), stopSignal, progress)
          .fetch("org.springframework.boot:spring-boot-devtools:" + version, work);
    }
    return jar;
  }

  private static List<String> named(List<Path> libraries, String start) {
    return libraries.stream()
        .map(library -> "" + library.getFileName())
        .filter(name -> name.startsWith(start))
        .toList();
  }
}
