package dev.heddle.cli;

import java.io.Console;

/** Whether a person watches; {@code ./heddle} finds out, since Java sees standard output only. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal on which colours are welcome. */
  static boolean colours() {
    Console console = System.console();
    return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
  }

  /** Whether standard error is a terminal. */
  static boolean onError() {
    return Boolean.getBoolean("heddle.terminal");
  }
}
