package dev.heddle.cli;

/** What the process's exit code says. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** The machine lacks something, as {@code EX_CONFIG} of sysexits.h has it. */
  static final int ENVIRONMENT = 78;

  private ExitCode() {}
}
