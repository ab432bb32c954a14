package dev.heddle.cli.schema;

/** Who meets whom when two versions of a schema meet. */
public enum Direction {
  /** A client of the old version calls the new one. */
  OLD_CALLER_NEW_CALLEE("old caller -> new callee"),
  /** A client of the new version calls the old one, while that still serves or serves again. */
  NEW_CALLER_OLD_CALLEE("new caller -> old callee"),
  /** The new version reads events that the old one stored. */
  STORED_DATA("events stored before"),
  /** The old version, after a rollback, reads events that the new one stored. */
  STORED_DATA_AFTER_ROLLBACK("events stored before a rollback");

  private final String words;

  Direction(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }

  /** What concerns only the time in which both versions are there is no more than a warning. */
  Severity limit() {
    return switch (this) {
      case OLD_CALLER_NEW_CALLEE, STORED_DATA -> Severity.BREAKING;
      case NEW_CALLER_OLD_CALLEE, STORED_DATA_AFTER_ROLLBACK -> Severity.WARNING;
    };
  }
}
