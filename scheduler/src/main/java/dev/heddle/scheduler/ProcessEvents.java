package dev.heddle.scheduler;

import java.time.Duration;

/**
 * Is told what becomes of processes, on threads of theirs: safe for use by many threads, and quick.
 */
public interface ProcessEvents {

  /** A process has started. */
  void started(String process, long pid);

  /** A process has written a line, to its standard output or error. */
  void line(String process, String line);

  /**
   * A process has ended though nobody asked it to.
   *
   * @param what how, in words: an exit code, or why it could not be started
   * @param pause after which it is started again
   */
  void lost(String process, String what, Duration pause);
}
