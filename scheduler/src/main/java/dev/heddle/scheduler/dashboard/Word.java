package dev.heddle.scheduler.dashboard;

import java.util.Locale;

/** The words of the documents. */
final class Word {
  private Word() {}

  /** What a constant is called in documents: {@code UNDER_WAY} is {@code under way}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
