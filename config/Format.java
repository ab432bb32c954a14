import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ({@code check DIR}) or applies ({@code apply DIR}) google-java-format to every Java source
 * under a directory. Run by the root POM on the toolchain's JDK, whatever JDK Maven itself runs on.
 * Goldens (under {@code src/test/resources}) and build output are left alone.
 */
final class Format {
  public static void main(String[] arguments) throws IOException {
    boolean apply = arguments[0].equals("apply");
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<String> problems = new ArrayList<>();
    for (Path file : sources(Path.of(arguments[1]))) {
      String before = Files.readString(file);
      try {
        String imports =
            ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.GOOGLE);
        String after = formatter.formatSource(imports);
        if (after.equals(before)) continue;
        if (apply) Files.writeString(file, after);
        else problems.add(file.toString());
      } catch (FormatterException unreadable) {
        problems.add(file + ": " + unreadable.getMessage());
      }
    }
    if (problems.isEmpty()) return;
    System.err.println("Not formatted (mend with: mvn -N process-sources -Dheddle.format=apply):");
    problems.forEach(problem -> System.err.println("  " + problem));
    System.exit(1);
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            boolean skipped =
                name.equals("target")
                    || name.equals("generated-sources")
                    || (name.startsWith(".") && !directory.equals(root))
                    || directory.endsWith("src/test/resources");
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) sources.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    sources.sort(null);
    return sources;
  }
}
