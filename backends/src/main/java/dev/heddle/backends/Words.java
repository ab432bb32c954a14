package dev.heddle.backends;

import java.util.regex.Pattern;

/** Failures of drivers in words. */
final class Words {
  /** Names of classes that some failures begin with, or that they took from their causes. */
  private static final Pattern CLASSES =
      Pattern.compile("(?:[a-z][a-z0-9_]*\\.)+[A-Z]\\w*(?:Exception|Error): ");

  private Words() {}

  /** The messages of a failure and its causes, each once. */
  static String of(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable next = failure; next != null; next = next.getCause()) {
      String message = next.getMessage();
      if (message == null) message = next.getClass().getSimpleName();
      message = CLASSES.matcher(message).replaceAll("").strip();
      if (words.indexOf(message) >= 0) continue;
      if (!words.isEmpty()) words.append(": ");
      words.append(message);
    }
    return words.toString();
  }
}
