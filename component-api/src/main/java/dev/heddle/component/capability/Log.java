package dev.heddle.component.capability;

import dev.heddle.component.Capability;

/**
 * A component's log. Lines go to the application's logging system under the logger {@code
 * component.NAME}, with the request's context beside them. A line longer than 8,192 characters is
 * cut.
 */
@Capability
public interface Log {

  /** How much a line matters. */
  enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** Writes one line. */
  void log(Level level, String message);

  /** Writes a line for whoever follows the code. */
  default void debug(String message) {
    log(Level.DEBUG, message);
  }

  /** Writes a line for whoever runs the application. */
  default void info(String message) {
    log(Level.INFO, message);
  }

  /** Writes a line about something that was wrong and did no harm. */
  default void warn(String message) {
    log(Level.WARN, message);
  }

  /** Writes a line about something that needs a person. */
  default void error(String message) {
    log(Level.ERROR, message);
  }
}
