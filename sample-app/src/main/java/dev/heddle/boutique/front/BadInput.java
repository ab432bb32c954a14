package dev.heddle.boutique.front;

import java.util.List;

/** Fields of a request break a rule; all that do are named. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  BadInput(FieldProblem problem) {
    this(List.of(problem));
  }

  BadInput(List<FieldProblem> problems) {
    super("fields break a rule: " + problems);
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
