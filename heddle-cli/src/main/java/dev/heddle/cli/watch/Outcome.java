package dev.heddle.cli.watch;

import java.util.List;

/**
 * What became of some changed files.
 *
 * @param compiled how many sources were compiled because they have changed
 * @param copied how many resources were copied or removed
 * @param restart whether the application must start anew to see it
 * @param errors what cannot be compiled; nothing was taken over then
 * @param rebuild files that only a build brings into the application
 */
public record Outcome(
    int compiled, int copied, boolean restart, List<String> errors, List<String> rebuild) {
  /** The same, which nobody changes. */
  public Outcome {
    errors = List.copyOf(errors);
    rebuild = List.copyOf(rebuild);
  }
}
