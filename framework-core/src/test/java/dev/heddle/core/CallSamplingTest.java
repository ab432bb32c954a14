package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Vault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallSamplingTest {
  private static final long MILLISECOND = 1_000_000;

  private final CallCounter counter = new CallCounter("Vault", "open", nanos -> {});
  private final CallSampling sampling = new CallSampling(counter, 0);

  @Test
  void everyCallIsCountedUpToAMillionASecond() {
    count(9_999);
    assertThat(sampling.close(10 * MILLISECOND, true)).isFalse();
    assertThat(sampling.counting()).isTrue();
    assertThat(sampling.calls()).isEqualTo(9_999);
  }

  @Test
  void beyondThatCallsMayGoUncountedAndAreEstimated() {
    count(20_000);
    assertThat(sampling.close(10 * MILLISECOND, true)).isTrue();
    assertThat(sampling.counting()).isFalse();
    sampling.open(110 * MILLISECOND);
    assertThat(sampling.counting()).isTrue();
    count(8_000);
    assertThat(sampling.close(112 * MILLISECOND, true)).isTrue();
    // 100 ms went uncounted between windows of 2 and of 4 calls a microsecond.
    assertThat(sampling.calls()).isEqualTo(20_000 + 8_000 + 300_000);
  }

  @Test
  void aMethodStaysSampledDownToHalfTheRateThatBroughtItThere() {
    count(20_000);
    sampling.close(10 * MILLISECOND, true);
    sampling.open(110 * MILLISECOND);
    count(1_000);
    assertThat(sampling.close(112 * MILLISECOND, true)).isTrue();
    sampling.open(210 * MILLISECOND);
    count(999);
    assertThat(sampling.close(212 * MILLISECOND, true)).isFalse();
    count(70_000);
    assertThat(sampling.close(312 * MILLISECOND, true)).isFalse();
  }

  @Test
  void callsThatDoNotGoDirectlyAreAllCounted() {
    count(1_000_000);
    assertThat(sampling.close(10 * MILLISECOND, false)).isFalse();
    assertThat(sampling.calls()).isEqualTo(1_000_000);
  }

  @Test
  void anEdgeCountsAgainAsSoonAsItNoLongerCallsDirectly() {
    RouterEdge<Vault> edge = edge();
    int[] opened = {0};
    Vault implementation = key -> "opened " + ++opened[0];
    edge.bind(implementation);
    edge.countSome(0);
    for (int i = 0; i < 1_000; i++) edge.stub().open("key");
    edge.countSome(1);
    for (int i = 0; i < 1_000; i++) edge.stub().open("key");
    assertThat(edge.figures().getFirst().calls()).isEqualTo(1_000);
    edge.bind(implementation);
    assertThat(edge.figures().getFirst().local().sampling().counting()).isFalse();
    edge.bind(key -> implementation.open(key));
    assertThat(edge.figures().getFirst().local().sampling().counting()).isTrue();
    edge.stub().open("key");
    assertThat(edge.figures().getFirst().calls()).isEqualTo(1_001);
    assertThat(opened[0]).isEqualTo(2_001);
  }

  @SuppressWarnings("unchecked") // the catalog's descriptor of Vault
  private static RouterEdge<Vault> edge() {
    ComponentDescriptor<Vault> vault =
        (ComponentDescriptor<Vault>)
            Fixtures.bank().components().stream()
                .filter(component -> component.type() == Vault.class)
                .findFirst()
                .orElseThrow();
    CallRouter router =
        new CallRouter(
            RuntimeOptions.DEFAULT,
            Optional.empty(),
            new CallTracing(Optional.empty(), false, "unknown", WireLimits.DEFAULT),
            new Targets(
                new ComponentInstances(Map.of(), WireLimits.DEFAULT),
                new SandboxedComponents(Optional.empty(), Map.of(), WireLimits.DEFAULT),
                Optional.empty(),
                WireLimits.DEFAULT,
                false),
            new PlacementTable(1, Map.of()));
    return new RouterEdge<>(router, "Test", vault, figures -> {});
  }

  private void count(int calls) {
    for (int i = 0; i < calls; i++) counter.end(counter.begin());
  }
}
