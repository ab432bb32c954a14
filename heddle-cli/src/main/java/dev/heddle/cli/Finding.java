package dev.heddle.cli;

/**
 * One thing that was looked at on this machine.
 *
 * @param remedy what to do; empty when all is well
 */
record Finding(Verdict verdict, String subject, String found, String remedy) {
  enum Verdict {
    OK,
    WARNING,
    MISSING
  }

  static Finding ok(String subject, String found) {
    return new Finding(Verdict.OK, subject, found, "");
  }

  static Finding warning(String subject, String found, String remedy) {
    return new Finding(Verdict.WARNING, subject, found, remedy);
  }

  static Finding missing(String subject, String found, String remedy) {
    return new Finding(Verdict.MISSING, subject, found, remedy);
  }
}
