package dev.heddle.core.spring;

import java.io.IOException;
import java.io.InputStream;

/**
 * Waits for the end of this process's standard input. Whoever started it holds the other end of the
 * pipe, and the system closes that when he is gone, however he ended.
 */
final class StandardInputWatch {

  /**
   * Begins to wait.
   *
   * @param ended what is run once, on a thread of its own
   */
  StandardInputWatch(Runnable ended) {
    Thread.ofPlatform()
        .daemon()
        .name("heddle-standard-input")
        .start(
            () -> {
              awaitEnd(System.in);
              ended.run();
            });
  }

  private static void awaitEnd(InputStream input) {
    byte[] ignored = new byte[64];
    try {
      while (input.read(ignored) >= 0) continue;
    } catch (IOException broken) {
      // That is an end, too.
    }
  }
}
