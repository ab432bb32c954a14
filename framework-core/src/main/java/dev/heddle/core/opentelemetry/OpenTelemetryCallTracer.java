package dev.heddle.core.opentelemetry;

import dev.heddle.core.CallSpan;
import dev.heddle.core.CallTracer;
import dev.heddle.core.TraceContext;
import dev.heddle.core.TracedCall;
import dev.heddle.core.TracedCall.Side;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;

/** Records calls with OpenTelemetry, by its conventions for remote procedure calls. */
public final class OpenTelemetryCallTracer implements CallTracer {
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system.name");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  private static final AttributeKey<String> CALLER = AttributeKey.stringKey("heddle.caller");
  private static final AttributeKey<String> PLACEMENT = AttributeKey.stringKey("heddle.placement");
  private static final AttributeKey<String> REVISION = AttributeKey.stringKey("heddle.revision");

  private final Tracer tracer;

  /** Records with what an application has set up. */
  public OpenTelemetryCallTracer(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer("dev.heddle");
  }

  @Override
  public Optional<TraceContext> current() {
    SpanContext current = Span.current().getSpanContext();
    return current.isValid() ? Optional.of(trace(current)) : Optional.empty();
  }

  @Override
  public CallSpan begin(TracedCall call) {
    SpanBuilder span =
        tracer
            .spanBuilder(call.name())
            .setParent(parent(call))
            .setSpanKind(kind(call.side()))
            .setAttribute(SYSTEM, "heddle")
            .setAttribute(METHOD, call.component().serviceName() + "/" + call.method().rpcName())
            .setAttribute(CALLER, call.caller())
            .setAttribute(PLACEMENT, call.placement().word())
            .setAttribute(REVISION, call.revision());
    return new OpenTelemetryCallSpan(span.startSpan());
  }

  private static SpanKind kind(Side side) {
    return switch (side) {
      case BOTH -> SpanKind.INTERNAL;
      case CALLER -> SpanKind.CLIENT;
      case REPLICA -> SpanKind.SERVER;
    };
  }

  /**
   * The span in which the call is made. What the thread works in is nearer than the request, if it
   * is of the same trace: the application may have begun spans of its own.
   */
  private static Context parent(TracedCall call) {
    TraceContext trace = call.parent();
    if (call.side() != Side.REPLICA) {
      Context here = Context.current();
      if (Span.fromContext(here).getSpanContext().getTraceId().equals(trace.traceId())) return here;
    }
    TraceFlags flags = trace.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
    SpanContext elsewhere =
        SpanContext.createFromRemoteParent(
            trace.traceId(), trace.parentId(), flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(elsewhere));
  }

  static TraceContext trace(SpanContext span) {
    return new TraceContext(span.getTraceId(), span.getSpanId(), span.isSampled());
  }
}
