package dev.heddle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small shop that keeps all boundaries, with sources added that cross some. */
final class Shop {
  private static final Path BOUNDARIES = Path.of("src/test/resources/boundaries");
  private static final String CLEAN = "clean";
  private static final String EXPECTED = "// > ";

  private Shop() {}

  /** The names of all additions. */
  static List<String> additions() {
    try (Stream<Path> folders = Files.list(BOUNDARIES)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals(CLEAN))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Compiles the shop with the additions, the annotation processor running. */
  static JavaClasses with(Path output, String... additions) throws IOException {
    List<Path> sources = new ArrayList<>(sources(CLEAN));
    for (String addition : additions) {
      sources.addAll(sources(addition));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  problems,
                  files,
                  null,
                  List.of("-proc:full", "-d", output.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
    return new ClassFileImporter().importPath(output);
  }

  /** What the sources of an addition say about themselves. */
  static String expected(String addition) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path source : sources(addition)) {
      Files.readAllLines(source).stream()
          .filter(line -> line.startsWith(EXPECTED))
          .map(line -> line.substring(EXPECTED.length()))
          .forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(BOUNDARIES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
