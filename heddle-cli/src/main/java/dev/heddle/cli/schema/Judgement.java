package dev.heddle.cli.schema;

/**
 * What becomes of bytes that one version wrote and the other reads.
 *
 * @param forward the old version wrote, the new one reads
 * @param backward the new version wrote, the old one reads
 */
record Judgement(Verdict forward, Verdict backward) {
  static final Verdict FINE = new Verdict(Severity.NONE, "");
  static final Judgement SAME = new Judgement(FINE, FINE);

  /** How bad, and what happens in words. */
  record Verdict(Severity severity, String effect) {
    static Verdict note(String effect) {
      return new Verdict(Severity.NOTE, effect);
    }

    static Verdict warning(String effect) {
      return new Verdict(Severity.WARNING, effect);
    }

    static Verdict breaking(String effect) {
      return new Verdict(Severity.BREAKING, effect);
    }

    Verdict or(Verdict other) {
      return severity.compareTo(other.severity) >= 0 ? this : other;
    }
  }

  /** Both ways the same. */
  static Judgement both(Verdict verdict) {
    return new Judgement(verdict, verdict);
  }

  Judgement or(Judgement other) {
    return new Judgement(forward.or(other.forward), backward.or(other.backward));
  }

  Judgement reversed() {
    return new Judgement(backward, forward);
  }
}
