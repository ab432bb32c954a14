package dev.heddle.boutique.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file and its fenced blocks. A comment before a block says what is special about it:
 * {@code <!-- members -->} or {@code <!-- statements -->} (of a class, of a method), {@code <!--
 * unchecked: REASON -->}; {@code <!-- imports: PACKAGE.* ... -->} adds imports from there on.
 */
record Document(Path file, List<Block> blocks) {
  private static final Path ROOT = Path.of("..");
  private static final Pattern FENCE = Pattern.compile("( *)```(\\w*)\\s*");
  private static final Pattern MARK = Pattern.compile("<!-- (members|statements|unchecked:.+) -->");
  private static final Pattern IMPORTS = Pattern.compile("<!-- imports: (.+) -->");

  /**
   * What stands between two fences.
   *
   * @param place file and line of its first line
   * @param language what it is written in; empty if it does not say
   * @param mark what the comment before it says; empty without one
   * @param imports what it may name by simple names, besides what every block may
   */
  record Block(String place, String language, String mark, List<String> imports, String text) {
    boolean unchecked() {
      return mark.startsWith("unchecked:");
    }
  }

  /** The README and everything in docs. */
  static List<Document> all() throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      for (Path file :
          Stream.concat(Stream.of(ROOT.resolve("README.md")), files.sorted()).toList()) {
        if (file.toString().endsWith(".md")) documents.add(read(file));
      }
    }
    return documents;
  }

  /** All blocks of all documents in one of some languages, without those that opt out. */
  static Stream<Block> blocks(String... languages) throws IOException {
    return all().stream()
        .flatMap(document -> document.blocks().stream())
        .filter(block -> List.of(languages).contains(block.language()) && !block.unchecked());
  }

  private static Document read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Block> blocks = new ArrayList<>();
    List<String> imports = new ArrayList<>();
    String mark = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        int end = end(lines, i, file);
        List<String> text = lines.subList(i + 1, end);
        blocks.add(
            new Block(
                ROOT.relativize(file) + ":" + (i + 2),
                fence.group(2),
                mark,
                List.copyOf(imports),
                String.join("\n", text).stripIndent() + "\n"));
        i = end;
      }
      match(IMPORTS, lines.get(i)).ifPresent(names -> imports.addAll(List.of(names.split(" "))));
      if (!lines.get(i).isBlank()) mark = match(MARK, lines.get(i)).orElse("");
    }
    return new Document(ROOT.relativize(file), List.copyOf(blocks));
  }

  private static int end(List<String> lines, int begin, Path file) {
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("```")) return i;
    }
    throw new AssertionError(file + ":" + (begin + 1) + ": this block has no end");
  }

  private static Optional<String> match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line.strip());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
