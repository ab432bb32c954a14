package dev.heddle.boutique.documents;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Javadoc comment as Markdown, as far as this project's comments go. */
final class JavadocMarkdown {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\n(.*?)\n\\s*}</pre>", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");
  private static final Pattern LINK =
      Pattern.compile("\\{@link(?:plain)?\\s+(?:[a-z]\\w*\\.)*([^}\\s]+)(?:\\s+([^}]+))?}");
  private static final int WIDTH = 120;

  private JavadocMarkdown() {}

  static String of(String comment) {
    String text = comment.replaceAll("(?m)^ ", "").replaceAll("(?s)\n@\\w+ .*", "");
    text = EXAMPLE.matcher(text).replaceAll("\n\n```java\n$1\n```\n\n");
    text = text.replaceAll("\\s*<p>\\s*", "\n\n");
    text = CODE.matcher(text).replaceAll("`$1`");
    text = LINK.matcher(text).replaceAll(JavadocMarkdown::link);
    return Arrays.stream(text.strip().split("\n{2,}"))
        .map(JavadocMarkdown::paragraph)
        .collect(Collectors.joining("\n"));
  }

  private static String link(java.util.regex.MatchResult link) {
    String label = link.group(2);
    String target = link.group(1).replaceAll("\\(.*", "").replaceFirst("^#", "").replace('#', '.');
    return Matcher.quoteReplacement("`" + (label == null ? target : label) + "`");
  }

  private static String paragraph(String text) {
    if (text.startsWith("```")) return text + "\n";
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.replaceAll("\\s+", " ").split(" ")) {
      if (column > 0 && column + word.length() >= WIDTH) {
        wrapped.append('\n');
        column = 0;
      }
      if (column > 0) wrapped.append(' ');
      wrapped.append(word);
      column += word.length() + 1;
    }
    return wrapped.append('\n').toString();
  }
}
