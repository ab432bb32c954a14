package dev.heddle.cli;

import java.io.PrintWriter;

/** How far a longer work is: one line that changes on a terminal, a line a step elsewhere. */
final class Progress implements AutoCloseable {
  private static final String REWRITE_LINE = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;

  Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void step(String text) {
    if (terminal) out.print(REWRITE_LINE + text);
    else out.println(text);
    out.flush();
  }

  /** Leaves the terminal's line free for what follows. */
  @Override
  public void close() {
    if (terminal) out.print(REWRITE_LINE);
    out.flush();
  }
}
