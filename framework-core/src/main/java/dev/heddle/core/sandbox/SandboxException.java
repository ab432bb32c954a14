package dev.heddle.core.sandbox;

import dev.heddle.core.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A component cannot run in the sandbox. Reports every problem at once. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Reports at least one problem. */
  public SandboxException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** The problems, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
