package dev.heddle.core.capability;

import dev.heddle.component.capability.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One component's log, written through SLF4J. Beside each line, in the MDC: {@code component},
 * {@code revision}, and of a request {@code caller} and {@code traceId}.
 */
public final class LoggingSystemLog implements Log {
  private static final int LONGEST_LINE = 8_192;

  private final Logger logger;
  private final String component;
  private final String revision;

  /** The log of a component in a revision of the application. */
  public LoggingSystemLog(String component, String revision) {
    this.logger = LoggerFactory.getLogger("component." + component);
    this.component = component;
    this.revision = revision;
  }

  @Override
  public void log(Level level, String message) {
    org.slf4j.event.Level written = level(level);
    if (!logger.isEnabledForLevel(written)) return;
    String line = message.length() <= LONGEST_LINE ? message : message.substring(0, LONGEST_LINE);
    try (LogContext context = LogContext.ofComponent(component, revision)) {
      // Without arguments, so that braces in a component's text mean nothing.
      logger.atLevel(written).log(line);
    }
  }

  private static org.slf4j.event.Level level(Level level) {
    return switch (level) {
      case DEBUG -> org.slf4j.event.Level.DEBUG;
      case INFO -> org.slf4j.event.Level.INFO;
      case WARN -> org.slf4j.event.Level.WARN;
      case ERROR -> org.slf4j.event.Level.ERROR;
    };
  }
}
