package dev.heddle.core.capability;

import dev.heddle.component.capability.Log;
import dev.heddle.core.RequestContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One component's log, written through SLF4J with the request's trace beside each line. */
public final class LoggingSystemLog implements Log {
  private static final int LONGEST_LINE = 8_192;

  private final Logger logger;

  /** The log of a component. */
  public LoggingSystemLog(String component) {
    logger = LoggerFactory.getLogger("component." + component);
  }

  @Override
  public void log(Level level, String message) {
    LoggingEventBuilder line = logger.atLevel(level(level));
    Optional<RequestContext> request = RequestContext.current();
    if (request.isPresent()) {
      line = line.addKeyValue("traceId", request.get().trace().traceId());
    }
    // Without arguments, so that braces in a component's text mean nothing.
    line.log(message.length() <= LONGEST_LINE ? message : message.substring(0, LONGEST_LINE));
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
