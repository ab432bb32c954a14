package dev.heddle.core.spring;

import dev.heddle.core.EdgeFigures;
import dev.heddle.core.HeddleRuntime;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/**
 * The call graph as meters, tagged with caller, callee, method and placement. They read the figures
 * when somebody asks for them: a call itself pays nothing. All the tags' values are names in the
 * application's code, so there are only so many of them.
 */
final class CallGraphMeters implements MeterBinder {
  private final HeddleRuntime runtime;

  CallGraphMeters(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    runtime.onEdge(edge -> bind(edge, registry));
  }

  private static void bind(EdgeFigures edge, MeterRegistry registry) {
    Tags tags =
        Tags.of(
            Tag.of("caller", edge.caller()),
            Tag.of("callee", edge.callee()),
            Tag.of("method", edge.method()),
            Tag.of("placement", edge.placement().word()));
    FunctionCounter.builder("heddle.calls", edge, EdgeFigures::calls)
        .description("Component calls begun")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("heddle.call.errors", edge, EdgeFigures::errors)
        .description("Component calls that ended in an exception")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("heddle.call.bytes", edge, EdgeFigures::bytes)
        .description("Size of the requests and responses that were encoded")
        .baseUnit("bytes")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("heddle.call.elements", edge, EdgeFigures::elements)
        .description("Values that passed through the streams of calls")
        .tags(tags)
        .register(registry);
    FunctionTimer.builder(
            "heddle.call.time",
            edge,
            EdgeFigures::timed,
            EdgeFigures::timedNanos,
            TimeUnit.NANOSECONDS)
        .description("Number and duration of the component calls that were timed")
        .tags(tags)
        .register(registry);
    bindQuantile(edge, registry, tags.and("quantile", "0.5"), 50);
    bindQuantile(edge, registry, tags.and("quantile", "0.99"), 99);
  }

  private static void bindQuantile(
      EdgeFigures edge, MeterRegistry registry, Tags tags, double percentile) {
    TimeGauge.builder("heddle.call.latency", edge, TimeUnit.NANOSECONDS, e -> e.nanosAt(percentile))
        .description("Latency of the sampled component calls")
        .tags(tags)
        .register(registry);
  }
}
