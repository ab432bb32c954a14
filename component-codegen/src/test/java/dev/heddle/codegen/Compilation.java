package dev.heddle.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the compiler made of some sources with the processor running.
 *
 * @param output where classes, generated sources and resources are
 * @param origins names of the sources that each generated file originates from
 */
record Compilation(
    boolean succeeded,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    Path output,
    Map<String, List<String>> origins) {
  static final Path RESOURCES = Path.of("src/test/resources");

  /** Compiles the sources under a folder of the test resources into {@code output}. */
  static Compilation of(String folder, Path output, String... options) {
    return of(sources(folder), output, options);
  }

  static Compilation of(List<Path> sources, Path output, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-d", output.toString()));
    arguments.addAll(List.of("-s", output.toString()));
    if (!arguments.contains("-cp")) {
      arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    }
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        Origins files = new Origins(standard)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              arguments,
              null,
              standard.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new HeddleProcessor()));
      task.setLocale(Locale.ROOT);
      boolean succeeded = task.call();
      return new Compilation(succeeded, diagnostics.getDiagnostics(), output, files.known());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<Path> sources(String folder) {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> errors() {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  /** A loader of what was compiled. */
  ClassLoader classes() {
    if (!succeeded) throw new AssertionError("did not compile: " + diagnostics);
    try {
      return new URLClassLoader(
          new URL[] {output.toUri().toURL()}, Compilation.class.getClassLoader());
    } catch (MalformedURLException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
