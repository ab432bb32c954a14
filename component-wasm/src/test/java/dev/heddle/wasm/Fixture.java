package dev.heddle.wasm;

import dev.heddle.codegen.HeddleProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** An application that a test writes. */
public final class Fixture {
  private final Path folder;
  private final List<String> progress = new ArrayList<>();

  public Fixture(Path folder) {
    this.folder = folder;
  }

  /** Compiles sources, with the component processor; each begins with its package. */
  public Fixture compile(String... sources) throws IOException {
    Files.createDirectories(classes());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> files = Stream.of(sources).<JavaFileObject>map(Source::new).toList();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              null,
              List.of(
                  "-d",
                  classes().toString(),
                  "-cp",
                  api() + File.pathSeparator + place(Nullable.class),
                  "-Xlint:none",
                  "-g"),
              null,
              files);
      task.setProcessors(List.of(new HeddleProcessor()));
      if (!task.call()) throw new AssertionError("the fixture does not compile");
    }
    return this;
  }

  /** The same in another folder, with what has been made of it. */
  Fixture copy(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = other.resolve(folder.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return new Fixture(other);
  }

  /** Makes the modules. */
  public int build() throws IOException, InterruptedException {
    progress.clear();
    List<Path> classPath = List.of(classes(), api());
    return new SandboxBuild(classPath, classes(), folder.resolve("records"), progress::add).run();
  }

  List<String> progress() {
    return List.copyOf(progress);
  }

  public Path classes() {
    return folder.resolve("classes");
  }

  public Path module(String implementation) {
    return ModuleFiles.of(classes(), implementation).module();
  }

  Path manifest(String implementation) {
    return ModuleFiles.of(classes(), implementation).manifestFile();
  }

  /** The fixture's classes, for the JVM. */
  public URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {classes().toUri().toURL()}, Fixture.class.getClassLoader());
  }

  private static Path api() {
    return place(dev.heddle.component.Runtime.class);
  }

  private static Path place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + path(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      String type =
          text.replaceFirst("(?s).*?(?:class|interface|record|enum)\\s+(\\w+).*", "$1") + ".java";
      return text.replaceFirst("(?s).*?package\\s+([\\w.]+);.*", "$1").replace('.', '/')
          + "/"
          + type;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
