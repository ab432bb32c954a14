package dev.heddle.core.opentelemetry;

import dev.heddle.component.ComponentException;
import dev.heddle.core.CallSpan;
import dev.heddle.core.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;

/** One call as a span of OpenTelemetry. */
final class OpenTelemetryCallSpan implements CallSpan {
  private static final AttributeKey<String> REPLICA = AttributeKey.stringKey("heddle.replica");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  /** What the conventions say where nothing better is known. */
  private static final String OTHER = "_OTHER";

  private final Span span;

  OpenTelemetryCallSpan(Span span) {
    this.span = span;
  }

  @Override
  public TraceContext trace() {
    return OpenTelemetryCallTracer.trace(span.getSpanContext());
  }

  @Override
  public void replica(String name) {
    span.setAttribute(REPLICA, name);
  }

  @Override
  public <R> R within(Callable<R> part) throws Exception {
    try (Scope scope = span.makeCurrent()) {
      return part.call();
    }
  }

  @Override
  public void failed(Throwable failure) {
    String type =
        failure instanceof ComponentException seen ? seen.failure() : failure.getClass().getName();
    span.recordException(failure).setAttribute(ERROR, type).setStatus(StatusCode.ERROR);
  }

  @Override
  public void failed() {
    span.setAttribute(ERROR, OTHER).setStatus(StatusCode.ERROR);
  }

  @Override
  public void end() {
    span.end();
  }
}
