package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.remote.Refusal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What this process did not take in of what others asked of it, as meters, by reason. */
final class RefusalMeters implements MeterBinder {
  private final HeddleRuntime runtime;

  RefusalMeters(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Refusal why : Refusal.values()) bind(why, registry);
  }

  private void bind(Refusal why, MeterRegistry registry) {
    FunctionCounter.Builder<HeddleRuntime> counter =
        switch (why.of()) {
          case CALLER ->
              counter("heddle.replica.refused.callers", why)
                  .description("Processes that do not fit to this one and were refused");
          case CALL ->
              counter("heddle.replica.refused.calls", why)
                  .description("Calls of other processes that were not begun");
        };
    counter.tag("reason", why.word()).register(registry);
  }

  private FunctionCounter.Builder<HeddleRuntime> counter(String name, Refusal why) {
    return FunctionCounter.builder(name, runtime, it -> it.refusals().counted(why));
  }
}
