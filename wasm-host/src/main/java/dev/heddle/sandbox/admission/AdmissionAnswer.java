package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.module.ModuleProblem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a process that judges writes to its standard output: a line for each problem, and one that
 * says how many they were. Other lines are a JVM's own warnings.
 */
final class AdmissionAnswer {
  private static final String PROBLEM = "problem";
  private static final String END = "end";
  private static final String SEPARATOR = "\t";

  private AdmissionAnswer() {}

  /** Written before the module is looked at: from now on, time counts. */
  static void ready(PrintStream out) {
    out.println("ready");
  }

  static void write(List<ModuleProblem> problems, PrintStream out) {
    for (ModuleProblem each : problems) {
      out.println(
          String.join(
              SEPARATOR,
              PROBLEM,
              oneLine(each.rule()),
              oneLine(each.found()),
              oneLine(each.remedy())));
    }
    out.println(END + SEPARATOR + problems.size());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** The problems; empty unless the answer is whole. */
  static Optional<List<ModuleProblem>> read(String text) {
    List<ModuleProblem> problems = new ArrayList<>();
    String last = "";
    for (String line : text.lines().toList()) {
      last = line;
      String[] parts = line.split(SEPARATOR, -1);
      if (parts.length == 4 && parts[0].equals(PROBLEM)) {
        problems.add(new ModuleProblem(parts[1], parts[2], parts[3]));
      }
    }
    boolean whole = last.equals(END + SEPARATOR + problems.size());
    return whole ? Optional.of(problems) : Optional.empty();
  }
}
