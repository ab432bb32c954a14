package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Breaks lines that are too long to read: after an assignment, else between arguments. */
final class LineBreaks {
  private static final int LONGEST = 100;

  private LineBreaks() {}

  static String apply(String source) {
    return source.lines().map(LineBreaks::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String line) {
    if (line.length() <= LONGEST || line.startsWith("import ")) return line;
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    int assignment = line.indexOf(" = ");
    if (assignment > 0) {
      String rest = indent + "    " + line.substring(assignment + 3);
      return line.substring(0, assignment + 2) + "\n" + line(rest);
    }
    int clause = line.indexOf(" implements ");
    if (clause > 0) {
      return line(line.substring(0, clause))
          + "\n"
          + line(indent + "    " + line.substring(clause + 1));
    }
    int open = line.indexOf('(');
    int close = open < 0 ? -1 : closing(line, open);
    if (close < 0 || close == open + 1) return line;
    String head = line.substring(0, open + 1) + "\n";
    String inside = line.substring(open + 1, close);
    String tail = line.substring(close);
    String oneLine = indent + "    " + inside + tail;
    if (oneLine.length() <= LONGEST) return head + oneLine;
    List<String> arguments = arguments(inside);
    if (arguments.size() == 1) return head + line(oneLine);
    return head
        + arguments.stream()
            .map(argument -> indent + "    " + argument)
            .collect(Collectors.joining(",\n"))
        + tail(indent, tail);
  }

  private static String tail(String indent, String tail) {
    int clause = tail.indexOf(" throws ");
    return clause < 0
        ? tail
        : tail.substring(0, clause) + "\n" + indent + "    " + tail.substring(clause + 1);
  }

  private static int closing(String line, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') quoted = !quoted;
      if (quoted) continue;
      if (c == '(') depth++;
      if (c == ')' && --depth == 0) return i;
    }
    return -1;
  }

  /** Parts between the commas that stand in no brackets and no string. */
  private static List<String> arguments(String list) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"') quoted = !quoted;
      if (quoted) continue;
      if (c == '(' || c == '<') depth++;
      if (c == ')' || c == '>') depth--;
      if (c == ',' && depth == 0) {
        arguments.add(list.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    arguments.add(list.substring(begin).strip());
    return arguments;
  }
}
