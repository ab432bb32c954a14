package dev.heddle.wasm;

import java.util.List;
import java.util.stream.Collectors;

/** Some implementations cannot be made into modules; the message lists all reasons. */
public final class SandboxBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SandboxBuildException(List<Problem> problems) {
    super(problems.stream().distinct().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().distinct().toList();
  }

  /** Every reason, once. */
  public List<Problem> problems() {
    return problems;
  }
}
