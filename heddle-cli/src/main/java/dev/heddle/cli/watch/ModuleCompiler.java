package dev.heddle.cli.watch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources of one module in this JVM, which is warm after the first time. */
final class ModuleCompiler {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ENGLISH, null);
  private final Path root;
  private final CompilerOptions options;
  private final Path work;

  /**
   * A compiler.
   *
   * @param root what errors name files relative to
   * @param work a folder of its own
   */
  ModuleCompiler(Path root, CompilerOptions options, Path work) {
    this.root = root;
    this.options = options;
    this.work = work;
  }

  /** Compiles some sources; the outputs are there until the next time. */
  Compilation compile(List<Path> sources, List<Path> classPath) throws IOException {
    Path classes = Folders.empty(work.resolve("classes"));
    if (sources.isEmpty()) return new Compilation(classes, Map.of(), List.of());
    Outputs outputs = new Outputs(files, classes);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            outputs,
            diagnostics,
            arguments(classes, classPath),
            null,
            files.getJavaFileObjectsFromPaths(sources));
    List<String> errors = new ArrayList<>();
    boolean compiled = false;
    try {
      compiled = task.call();
    } catch (RuntimeException failure) {
      errors.add("a processor or the compiler failed: " + failure);
    }
    diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(this::words)
        .distinct()
        .forEach(errors::add);
    if (!compiled && errors.isEmpty()) errors.add("the compiler failed without a word");
    return new Compilation(classes, outputs.origins(), errors);
  }

  private List<String> arguments(Path classes, List<Path> classPath) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < options.options().size(); i++) {
      String option = options.options().get(i);
      if (option.equals("--release")) arguments.addAll(release(options.options().get(++i)));
      else arguments.add(option);
    }
    Path generated = Folders.empty(work.resolve("generated"));
    arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    arguments.addAll(List.of("-classpath", joined(classPath), "-sourcepath", ""));
    arguments.addAll(List.of("-nowarn", "-Xlint:none", "-implicit:none"));
    return arguments;
  }

  /** The compiler refuses --release where it does not write by itself. */
  private static List<String> release(String version) {
    boolean own = version.equals(Integer.toString(Runtime.version().feature()));
    return own ? List.of() : List.of("-source", version, "-target", version);
  }

  private String joined(List<Path> classPath) {
    return Stream.concat(classPath.stream().map(Path::toString), options.processorPath().stream())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String words(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ENGLISH);
    if (diagnostic.getSource() == null) return message;
    Path file = files.asPath(diagnostic.getSource());
    String place = file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    return place + ":" + diagnostic.getLineNumber() + ": " + message + quote(file, diagnostic);
  }

  private static String quote(Path file, Diagnostic<?> diagnostic) {
    try (Stream<String> lines = Files.lines(file)) {
      long line = Math.max(0, diagnostic.getLineNumber() - 1);
      return lines.skip(line).findFirst().map(text -> "\n    " + text.strip()).orElse("");
    } catch (IOException | java.io.UncheckedIOException gone) {
      return "";
    }
  }
}
