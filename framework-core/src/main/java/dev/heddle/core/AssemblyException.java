package dev.heddle.core;

import java.util.List;
import java.util.stream.Collectors;

/** An application's components do not fit together. Reports every problem at once. */
public final class AssemblyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  AssemblyException(List<Problem> problems) {
    super(describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, at least one. */
  public List<Problem> problems() {
    return problems;
  }

  private static String describe(List<Problem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "\n  - " + problem)
        .collect(Collectors.joining("", "the application has " + count + ":", ""));
  }
}
