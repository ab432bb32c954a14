package dev.heddle.core.spring;

import dev.heddle.core.AssemblyException;
import dev.heddle.core.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, in place of a stack trace, why the components do not fit together. */
final class AssemblyFailureAnalyzer extends AbstractFailureAnalyzer<AssemblyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AssemblyException cause) {
    return analysis(
        "The components of the application do not fit together", cause.problems(), cause);
  }

  /** All problems with their rules and what was found, and then what to do about each. */
  static FailureAnalysis analysis(String what, List<Problem> problems, Throwable cause) {
    return new FailureAnalysis(
        what + ":\n\n" + numbered(problems, problem -> problem.rule() + ": " + problem.found()),
        numbered(problems, Problem::remedy),
        cause);
  }

  private static String numbered(List<Problem> problems, Function<Problem, String> text) {
    return IntStream.range(0, problems.size())
        .mapToObj(i -> "  " + (i + 1) + ". " + text.apply(problems.get(i)))
        .collect(Collectors.joining("\n"));
  }
}
