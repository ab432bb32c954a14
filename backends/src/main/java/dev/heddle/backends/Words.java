package dev.heddle.backends;

/** Failures of drivers in words. */
final class Words {
  private Words() {}

  /** The messages of a failure and its causes, each once. */
  static String of(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable next = failure; next != null; next = next.getCause()) {
      String message = next.getMessage();
      if (message == null) message = next.getClass().getSimpleName();
      message = message.strip();
      if (words.indexOf(message) >= 0) continue;
      if (!words.isEmpty()) words.append(": ");
      words.append(message);
    }
    return words.toString();
  }
}
