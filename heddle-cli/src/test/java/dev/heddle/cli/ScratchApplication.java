package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project whose application is compiled with the component processor and packed, not run. */
final class ScratchApplication {
  private final Path folder;

  private ScratchApplication(Path folder) {
    this.folder = folder;
  }

  /** An empty one. */
  static ScratchApplication in(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><artifactId>scratch</artifactId><build><plugins><plugin>"
            + "<artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>"
            + "</project>");
    return new ScratchApplication(folder);
  }

  /** Writes a source of the package {@code shop} or below; its first line says where. */
  ScratchApplication source(String text) throws IOException {
    String packageName = text.lines().findFirst().orElseThrow();
    packageName = packageName.substring("package ".length(), packageName.indexOf(';'));
    String name = text.replaceAll("(?s).*?\\b(interface|class|record|enum) (\\w+).*", "$2");
    Path file = folder.resolve("src/main/java").resolve(packageName.replace('.', '/') + "/" + name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(Path.of(file + ".java"), text);
    return this;
  }

  ScratchApplication without(String source) throws IOException {
    Files.delete(folder.resolve("src/main/java").resolve(source));
    return this;
  }

  /** Compiles the sources and packs them as Spring Boot does. */
  ScratchApplication pack() throws IOException {
    Path classes = compile(folder.resolve("src/main/java"), folder.resolve("target/classes"));
    try (OutputStream file = Files.newOutputStream(folder.resolve("target/scratch.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
      add(jar, ScratchApplication::place, classes);
      for (Path library : libraries()) {
        jar.putNextEntry(new ZipEntry("BOOT-INF/lib/" + library.getFileName()));
        Files.copy(library, jar);
      }
    }
    Files.setLastModifiedTime(
        folder.resolve("target/scratch.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    return this;
  }

  /** Compiles sources that stand elsewhere into a library of the application. */
  ScratchApplication library(String name, Path sources) throws IOException {
    Path classes = compile(sources, folder.resolve("target").resolve(name));
    Path file = Files.createDirectories(folder.resolve("target/lib")).resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      add(jar, UnaryOperator.identity(), classes);
    }
    return this;
  }

  private List<Path> libraries() throws IOException {
    Path libraries = folder.resolve("target/lib");
    return Files.isDirectory(libraries) ? files(libraries) : List.of();
  }

  private Path compile(Path sources, Path output) throws IOException {
    Path classes = fresh(output);
    String classPath = System.getProperty("java.class.path");
    for (Path library : libraries()) classPath += ":" + library;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:full", "-parameters", "-cp", classPath, "-d", classes.toString());
      var units = manager.getJavaFileObjectsFromPaths(files(sources));
      assertThat(compiler.getTask(problems, manager, null, options, null, units).call())
          .as(problems.toString())
          .isTrue();
    }
    return classes;
  }

  private static Path fresh(Path output) throws IOException {
    if (Files.isDirectory(output)) for (Path old : files(output)) Files.delete(old);
    return Files.createDirectories(output);
  }

  private static String place(String file) {
    return (file.startsWith("META-INF/") ? "" : "BOOT-INF/classes/") + file;
  }

  private static void add(JarOutputStream jar, UnaryOperator<String> place, Path folder)
      throws IOException {
    for (Path file : files(folder)) {
      jar.putNextEntry(new ZipEntry(place.apply(folder.relativize(file).toString())));
      Files.copy(file, jar);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
