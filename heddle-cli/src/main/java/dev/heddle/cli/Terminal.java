package dev.heddle.cli;

/** Whether a person watches; {@code ./heddle} finds out, since Java sees standard output only. */
final class Terminal {
  private Terminal() {}

  /** Whether standard error is a terminal. */
  static boolean onError() {
    return Boolean.getBoolean("heddle.terminal");
  }
}
