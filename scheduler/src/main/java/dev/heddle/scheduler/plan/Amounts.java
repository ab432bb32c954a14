package dev.heddle.scheduler.plan;

import java.util.Locale;

/** Quantities in words. */
final class Amounts {
  private Amounts() {}

  /** As {@code 4 % of a processor}, or {@code 1.62 processors}. */
  static String processors(double amount) {
    if (Math.abs(amount) >= 0.995) return decimal(amount) + " processors";
    return percent(amount) + " of a processor";
  }

  static String percent(double share) {
    double percent = 100 * share;
    String digits = Math.abs(percent) >= 1 || percent == 0 ? "%.0f" : "%.2g";
    return String.format(Locale.ROOT, digits, percent) + " %";
  }

  static String decimal(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }

  /** To a tenth from 1 on, to a whole number from 10 on. */
  static String count(double amount) {
    if (amount >= 10) return String.format(Locale.ROOT, "%,.0f", amount);
    if (amount < 1) return String.format(Locale.ROOT, "%.1g", amount);
    String text = String.format(Locale.ROOT, "%.1f", amount);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String time(double seconds) {
    if (seconds >= 1) return String.format(Locale.ROOT, "%.1f s", seconds);
    if (seconds >= 1e-3) return count(seconds * 1e3) + " ms";
    return count(seconds * 1e6) + " us";
  }

  static String gigabytes(double amount) {
    if (amount >= 1) return decimal(amount) + " GB";
    return String.format(Locale.ROOT, "%.0f MB", amount * 1000);
  }
}
