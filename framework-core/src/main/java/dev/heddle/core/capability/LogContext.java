package dev.heddle.core.capability;

import dev.heddle.core.RequestContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What stands beside each line that this thread logs until it is closed: entries of SLF4J's MDC,
 * which patterns and structured logging show. Those that it found are put back afterwards.
 */
public final class LogContext implements AutoCloseable {
  /** The trace, as Micrometer names it too. */
  public static final String TRACE = "traceId";

  private static final String COMPONENT = "component";
  private static final String CALLER = "caller";
  private static final String REVISION = "revision";

  private final Map<String, String> before = new LinkedHashMap<>();

  private LogContext() {}

  /** A line of a component, within the request that this thread works for, if any. */
  static LogContext ofComponent(String component, String revision) {
    LogContext context = new LogContext();
    context.put(COMPONENT, component);
    context.put(REVISION, revision);
    RequestContext.current().ifPresent(context::put);
    return context;
  }

  /** All lines of a request. */
  public static LogContext ofRequest(RequestContext request, String revision) {
    LogContext context = new LogContext();
    context.put(REVISION, revision);
    context.put(request);
    return context;
  }

  private void put(RequestContext request) {
    put(CALLER, request.caller());
    // A tracer of the application's own knows better.
    if (MDC.get(TRACE) == null) put(TRACE, request.trace().traceId());
  }

  private void put(String key, String value) {
    String found = MDC.get(key);
    before.put(key, found == null ? "" : found);
    MDC.put(key, value);
  }

  @Override
  public void close() {
    before.forEach(
        (key, value) -> {
          if (value.isEmpty()) MDC.remove(key);
          else MDC.put(key, value);
        });
  }
}
