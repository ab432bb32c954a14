package dev.heddle.cli.schema;

/** How bad a change is, from harmless to worst. */
public enum Severity {
  /** Nothing is to be said. */
  NONE,
  /** Worth knowing; nobody fails. */
  NOTE,
  /** Somebody may fail or be misled, in some values or while both versions are there. */
  WARNING,
  /** Callers fail, or what they mean is misread. */
  BREAKING;

  Severity atMost(Severity limit) {
    return compareTo(limit) > 0 ? limit : this;
  }

  Severity or(Severity other) {
    return compareTo(other) > 0 ? this : other;
  }
}
