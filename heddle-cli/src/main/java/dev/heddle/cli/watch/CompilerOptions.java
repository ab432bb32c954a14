package dev.heddle.cli.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How Maven compiles a module.
 *
 * @param output the class folder that Maven compiles into
 * @param options what decides the classes: release, processors, parameters; not the class path
 * @param generated sources that stand outside the module's source folder
 */
public record CompilerOptions(String output, List<String> options, List<String> generated) {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-processorpath",
          "--processor-path",
          "-processor",
          "--release",
          "-source",
          "--source",
          "-target",
          "--target",
          "-encoding",
          "--add-modules",
          "--add-exports");
  private static final Set<String> ALONE = Set.of("-parameters", "-g", "--enable-preview");

  /** The same, which nobody changes. */
  public CompilerOptions {
    options = List.copyOf(options);
    generated = List.copyOf(generated);
  }

  /**
   * Reads the command line that Maven's compiler plugin notes in its log.
   *
   * @param line arguments of javac, separated by single spaces
   * @return empty for one that compiles tests, or is none
   */
  public static Optional<CompilerOptions> read(String line) {
    String output = "";
    List<String> options = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    Iterator<String> words = List.of(line.strip().split(" ")).iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("-d") && words.hasNext()) output = words.next();
      else if (WITH_VALUE.contains(word) && words.hasNext()) {
        options.addAll(List.of(word, words.next()));
      } else if (joined(word)
          || ALONE.contains(word)
          || word.startsWith("-A")
          || word.startsWith("-proc:")) {
        options.add(word);
      } else if (word.endsWith(".java")) sources.add(word);
    }
    if (output.isEmpty() || output.endsWith("test-classes")) return Optional.empty();
    Path module = Path.of(output).resolve("../..").normalize();
    sources.removeIf(source -> Path.of(source).startsWith(module.resolve("src/main/java")));
    return Optional.of(new CompilerOptions(output, options, sources));
  }

  private static boolean joined(String word) {
    return WITH_VALUE.stream().anyMatch(option -> word.startsWith(option + "="));
  }

  /** The jars that processors come from. */
  List<String> processorPath() {
    int at = Math.max(options.indexOf("-processorpath"), options.indexOf("--processor-path"));
    return at < 0 ? List.of() : List.of(options.get(at + 1).split(java.io.File.pathSeparator));
  }
}
