package dev.heddle.boutique.documents;

import dev.heddle.boutique.documents.Document.Block;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A block of Java as a source file that may hold any types, with the imports that it leaves out.
 */
final class Snippet extends SimpleJavaFileObject {
  private static final List<String> IMPORTS =
      List.of(
          "dev.heddle.component.*",
          "dev.heddle.component.Runtime",
          "dev.heddle.component.capability.*",
          "dev.heddle.core.*",
          "dev.heddle.core.spring.*",
          "dev.heddle.test.*",
          "com.tngtech.archunit.core.domain.JavaClasses",
          "com.tngtech.archunit.core.importer.*",
          "com.tngtech.archunit.junit.*",
          "java.math.*",
          "java.net.URI",
          "java.time.*",
          "java.util.*",
          "java.util.function.*",
          "org.junit.jupiter.api.Test",
          "org.springframework.beans.factory.annotation.*",
          "org.springframework.boot.*",
          "org.springframework.boot.autoconfigure.*",
          "org.springframework.boot.test.context.SpringBootTest",
          "org.springframework.context.annotation.*",
          "org.springframework.stereotype.*",
          "org.springframework.web.bind.annotation.*");
  private static final Pattern HEAD = Pattern.compile("\\A((?:\\s*//.*\\n)*\\s*package [\\w.]+;)?");

  private final Block block;
  private final String source;
  private final int linesBefore;

  Snippet(Block block) {
    super(URI.create("string:///" + block.place().replace(':', '_') + ".java"), Kind.SOURCE);
    this.block = block;
    String imports =
        Stream.concat(IMPORTS.stream(), block.imports().stream())
            .map(name -> "import " + name + ";")
            .collect(Collectors.joining(" "));
    String text =
        switch (block.mark()) {
          case "members" -> imports + " abstract class Members {\n" + block.text() + "}\n";
          case "statements" ->
              imports
                  + " class Statements { void run() throws Exception {\n"
                  + block.text()
                  + "}}\n";
          default -> HEAD.matcher(block.text()).replaceFirst("$1" + imports + "\n");
        };
    this.source = text;
    this.linesBefore = 1;
  }

  /**
   * Compiles it, with all annotation processors, over what was compiled before; gives the errors.
   */
  List<String> compile(Path output) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String classPath = output + ":" + System.getProperty("java.class.path");
    List<String> options =
        List.of("-proc:full", "-parameters", "-cp", classPath, "-d", output.toString());
    boolean compiled = compiler.getTask(null, null, found, options, null, List.of(this)).call();
    List<String> errors =
        found.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(this::message)
            .toList();
    return compiled || !errors.isEmpty()
        ? errors
        : List.of(block.place() + ": the compiler gave up without a message");
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return source;
  }

  /** A document's block holds what stands in several files. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.SOURCE && !simpleName.endsWith("-info");
  }

  private String message(Diagnostic<? extends JavaFileObject> error) {
    int colon = block.place().lastIndexOf(':');
    long first = Long.parseLong(block.place().substring(colon + 1));
    long line = first + Math.max(0, error.getLineNumber() - 1 - linesBefore);
    return block.place().substring(0, colon) + ":" + line + ": " + error.getMessage(Locale.ROOT);
  }
}
