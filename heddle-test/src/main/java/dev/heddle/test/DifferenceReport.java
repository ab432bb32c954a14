package dev.heddle.test;

import dev.heddle.test.Trial.Difference;
import dev.heddle.test.Twins.Outcomes;
import java.util.Optional;

/** Says of a difference what was called and what came of it. */
final class DifferenceReport {
  private static final int SHOWN = 600;
  private static final int BEFORE = 200;

  private DifferenceReport() {}

  /**
   * The words, after a smaller difference was looked for.
   *
   * @param origin where the calls were found, in words
   */
  static String of(Trial trial, Difference found, String origin) {
    Optional<Difference> again = trial.run(found.calls());
    if (again.isEmpty())
      return text(trial, found)
          + "It did not come again with the same calls, found "
          + origin
          + ".\n";
    Reduction reduction = new Reduction(trial);
    return text(trial, reduction.smallest(again.get()))
        + "Found "
        + origin
        + ", made smaller in "
        + reduction.steps()
        + " steps.\n";
  }

  private static String text(Trial trial, Difference difference) {
    StringBuilder text = new StringBuilder(trial.name()).append(" differs inside the sandbox.\n");
    if (!difference.before().isEmpty()) text.append("  after\n");
    for (ComponentCall call : difference.before()) {
      text.append("    ").append(cut(call.toString(), 0)).append('\n');
    }
    Outcomes outcomes = difference.outcomes();
    int from = mismatch(outcomes.onJvm().text(), outcomes.inSandbox().text());
    return text.append("  ")
        .append(cut(difference.call().toString(), 0))
        .append("\n    on the JVM:     ")
        .append(cut(outcomes.onJvm().text(), from))
        .append("\n    in the sandbox: ")
        .append(cut(outcomes.inSandbox().text(), from))
        .append('\n')
        .toString();
  }

  private static int mismatch(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) at++;
    return at;
  }

  /** A long text around what matters. */
  private static String cut(String text, int around) {
    int from = around < SHOWN ? 0 : around - BEFORE;
    int to = Math.min(text.length(), from + SHOWN);
    return (from == 0 ? "" : "... ")
        + text.substring(from, to)
        + (to < text.length() ? " ..." : "");
  }
}
