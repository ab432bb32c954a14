package dev.heddle.core.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.remote.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void callersAndCallsAreCountedByReason() {
    try (HeddleRuntime runtime =
        HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of())).build()) {
      new RefusalMeters(runtime).bindTo(registry);
      assertThat(refused("callers", "revision")).isZero();
      runtime.refusals().count(Refusal.REVISION, "one is of revision r1, two of r2");
      runtime.refusals().count(Refusal.REVISION, "one is of revision r1, three of r2");
      runtime.refusals().count(Refusal.NOT_GRANTED, "Feed is not granted notes");
      assertThat(refused("callers", "revision")).isEqualTo(2);
      assertThat(refused("callers", "application")).isZero();
      assertThat(refused("callers", "protocol")).isZero();
      assertThat(refused("calls", "not-granted")).isEqualTo(1);
      assertThat(refused("calls", "not-hosted")).isZero();
      assertThat(refused("calls", "overloaded")).isZero();
    }
  }

  private double refused(String what, String reason) {
    return registry
        .get("heddle.replica.refused." + what)
        .tag("reason", reason)
        .functionCounter()
        .count();
  }
}
