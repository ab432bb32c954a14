package dev.heddle.codegen;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with holes: {@code $name} or {@code ${name}}. A hole alone on its line takes several lines,
 * indented like itself; when its value is empty the line goes.
 */
final class Template {
  private static final Pattern LINE = Pattern.compile("( *)\\$\\{?(\\w+)}?");
  private static final Pattern HOLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  private Template() {}

  static String fill(String template, UnaryOperator<String> values) {
    StringBuilder filled = new StringBuilder();
    template.lines().forEach(line -> fillLine(line, values, filled));
    return filled.toString();
  }

  private static void fillLine(String line, UnaryOperator<String> values, StringBuilder filled) {
    Matcher alone = LINE.matcher(line);
    if (alone.matches()) {
      values
          .apply(alone.group(2))
          .lines()
          .forEach(part -> append(filled, part.isEmpty() ? "" : alone.group(1) + part));
      return;
    }
    append(
        filled,
        HOLE.matcher(line)
            .replaceAll(
                hole -> {
                  String name = hole.group(1) == null ? hole.group(2) : hole.group(1);
                  return Matcher.quoteReplacement(values.apply(name));
                }));
  }

  private static void append(StringBuilder filled, String line) {
    filled.append(line).append('\n');
  }
}
