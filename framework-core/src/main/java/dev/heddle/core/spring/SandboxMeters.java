package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.sandbox.OpenedComponent;
import dev.heddle.core.sandbox.SandboxFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What components in the sandbox do, as meters, tagged with the component. They read the figures
 * when somebody asks for them: a call itself pays nothing.
 */
final class SandboxMeters implements MeterBinder {
  private final HeddleRuntime runtime;

  SandboxMeters(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    runtime.onSandboxed(opened -> bind(opened, registry));
  }

  private static void bind(OpenedComponent opened, MeterRegistry registry) {
    Tags tags = Tags.of("component", opened.component());
    Gauge.builder("heddle.sandbox.instances", opened, of(SandboxFigures::instances))
        .description("Instances of the component that there are now")
        .tags(tags)
        .register(registry);
    TimeGauge.builder(
            "heddle.sandbox.opening", opened, TimeUnit.NANOSECONDS, it -> it.opening().toNanos())
        .description("Time it took to load or compile the module and to construct the component")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("heddle.sandbox.calls", opened, of(SandboxFigures::calls))
        .description("Calls that ran in the sandbox")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("heddle.sandbox.fuel", opened, of(SandboxFigures::fuel))
        .description("Instructions that calls spent, about")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("heddle.sandbox.allocated", opened, of(SandboxFigures::allocatedBytes))
        .description("What calls allocated, freed or not")
        .baseUnit("bytes")
        .tags(tags)
        .register(registry);
    for (String reason : opened.figures().get().discarded().keySet()) {
      FunctionCounter.builder("heddle.sandbox.discarded", opened, of(it -> discarded(it, reason)))
          .description("Instances that were thrown away")
          .tags(tags.and("reason", reason))
          .register(registry);
    }
  }

  private static long discarded(SandboxFigures figures, String reason) {
    return figures.discarded().getOrDefault(reason, 0L);
  }

  private static ToDoubleFunction<OpenedComponent> of(ToDoubleFunction<SandboxFigures> figure) {
    return opened -> figure.applyAsDouble(opened.figures().get());
  }
}
