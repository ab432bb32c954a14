package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.module.ModuleProblem;
import java.util.List;

/** What became of judging a module. */
public sealed interface AdmissionVerdict {

  /** Why it is refused; empty when it is admitted. */
  List<ModuleProblem> problems();

  /** It may be compiled. */
  record Admitted() implements AdmissionVerdict {
    @Override
    public List<ModuleProblem> problems() {
      return List.of();
    }
  }

  /**
   * It breaks rules, or is not valid.
   *
   * @param problems all that was found
   */
  record Refused(List<ModuleProblem> problems) implements AdmissionVerdict {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Nobody knows, for whoever judged it did not get to the end: it is refused.
   *
   * @param why what was missing
   * @param problem the same, for people
   */
  record Unfinished(Why why, ModuleProblem problem) implements AdmissionVerdict {
    @Override
    public List<ModuleProblem> problems() {
      return List.of(problem);
    }
  }

  /** Why a module was not judged to the end. */
  enum Why {
    /** It took more processor time, or time, than it may. */
    TIME,
    /** It took more memory than there is. */
    MEMORY,
    /** The process that judged it ended, or said what it cannot have meant. */
    CRASH,
    /** The process that is to judge it did not start. */
    NOT_STARTED,
    /** Whoever wanted to know has been interrupted. */
    INTERRUPTED
  }
}
