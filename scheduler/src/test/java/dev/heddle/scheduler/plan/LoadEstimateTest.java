package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadEstimateTest {
  private static final CostModel MODEL = CostModel.MEASURED;
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration NO_SMOOTHING = Duration.ZERO;

  private static EdgeReading local(String caller, String callee, long calls, long micros) {
    return new EdgeReading(
        caller, callee, "call", Place.LOCAL, calls, 0, calls, calls * micros * 1_000);
  }

  private static LoadEstimate of(EdgeReading... readings) {
    return LoadEstimate.NONE.after(List.of(), List.of(readings), TEN, NO_SMOOTHING);
  }

  private static double own(LoadEstimate estimate, String component) {
    return estimate.graph(MODEL, 0).ownSeconds().getOrDefault(component, Double.NaN);
  }

  @Test
  void takesRatesFromTheDifferenceOfTwoReadings() {
    LoadEstimate estimate =
        LoadEstimate.NONE.after(
            List.of(local("Front", "Cart", 1_000, 500)),
            List.of(
                new EdgeReading(
                    "Front", "Cart", "call", Place.LOCAL, 1_200, 0, 1_020, 500_600_000L)),
            TEN,
            NO_SMOOTHING);
    assertThat(estimate.graph(MODEL, 0).edges())
        .containsExactly(new CallEdge("Front", "Cart", 20, 0));
    assertThat(own(estimate, "Cart")).isCloseTo(30e-6, within(1e-12));
  }

  @Test
  void takesWhatAComponentCallsFromItsTime() {
    LoadEstimate estimate =
        of(local("Front", "Checkout", 100, 900), local("Checkout", "Cart", 300, 200));
    assertThat(own(estimate, "Checkout")).isCloseTo(300e-6, within(1e-12));
    assertThat(own(estimate, "Cart")).isCloseTo(200e-6, within(1e-12));
  }

  @Test
  void isNeverBelowZero() {
    LoadEstimate estimate = of(local("Front", "A", 10, 100), local("A", "B", 10, 300));
    assertThat(own(estimate, "A")).isZero();
  }

  @Test
  void takesTheSandboxAndTheWayOutOfTheTime() {
    long bytes = 1_000;
    double seconds = 100e-6 * MODEL.sandboxSlowdown() + MODEL.wayTo(Place.REMOTE, bytes);
    EdgeReading remote =
        new EdgeReading(
            "Front",
            "Cart",
            "call",
            Place.REMOTE,
            50,
            50 * bytes,
            50,
            Math.round(50 * seconds * 1e9));
    LoadEstimate estimate = of(remote, local("Front", "Cart", 30, 100));
    assertThat(own(estimate, "Cart")).isCloseTo(100e-6, within(1e-9));
    assertThat(estimate.graph(MODEL, 0).edges())
        .containsExactly(new CallEdge("Front", "Cart", 8, bytes));
  }

  @Test
  void forgetsHalfInAHalfLife() {
    LoadEstimate first = of(local("Front", "Cart", 1_000, 10));
    List<EdgeReading> still = List.of(local("Front", "Cart", 1_000, 10));
    LoadEstimate later = first.after(still, still, TEN, TEN);
    assertThat(later.graph(MODEL, 0).edges().getFirst().callsPerSecond())
        .isCloseTo(50, within(1e-9));
    assertThat(own(later, "Cart")).isCloseTo(10e-6, within(1e-12));
  }

  @Test
  void forgetsAnEdgeThatIsUsedNoMore() {
    List<EdgeReading> still = List.of(local("Front", "Cart", 1_000, 10));
    LoadEstimate later =
        of(local("Front", "Cart", 1_000, 10)).after(still, still, Duration.ofHours(1), TEN);
    assertThat(later.graph(MODEL, 0)).isEqualTo(CallGraph.EMPTY);
  }

  @Test
  void countsFromZeroAfterAProcessBeganAnew() {
    LoadEstimate estimate =
        LoadEstimate.NONE.after(
            List.of(local("Front", "Cart", 5_000, 10)),
            List.of(local("Front", "Cart", 200, 10)),
            TEN,
            NO_SMOOTHING);
    assertThat(estimate.graph(MODEL, 0).edges().getFirst().callsPerSecond()).isEqualTo(20);
  }

  @Test
  void refusesReadingsOfOneMoment() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LoadEstimate.NONE.after(List.of(), List.of(), Duration.ZERO, NO_SMOOTHING))
        .withMessageContaining("some time apart");
  }
}
