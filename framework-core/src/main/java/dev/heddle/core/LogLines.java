package dev.heddle.core;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/**
 * What stands beside a thread's log lines (SLF4J's MDC), for the thread of a call that it makes:
 * whoever reads the lines of a request looks for its trace beside all of them.
 */
final class LogLines {
  private final Map<String, String> context;

  private LogLines(Map<String, String> context) {
    this.context = context;
  }

  /** What stands beside those of this thread now. */
  static LogLines here() {
    return new LogLines(Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of));
  }

  /** Puts it beside those of this thread, which is a call's own and ends with it. */
  void adopt() {
    if (!context.isEmpty()) MDC.setContextMap(context);
  }

  /** The call with it beside its lines. */
  <R> Callable<R> beside(Callable<R> call) {
    if (context.isEmpty()) return call;
    return () -> {
      adopt();
      return call.call();
    };
  }
}
