package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Reading;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.scheduler.dashboard.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardStateTest {

  @Test
  void addsUpWhatTheProcessesHaveCounted() {
    State state =
        state(
            process(
                "application", edge("Cart", Placement.REMOTE, 9), edge("Ad", Placement.LOCAL, 1)),
            process("replica-1", edge("Cart", Placement.LOCAL, 4)),
            process("replica-2", edge("Cart", Placement.LOCAL, 5)));
    assertThat(state.edges()).extracting(State.Edge::callee).containsExactly("Ad", "Cart");
    assertThat(state.edges().getLast().methods().getFirst().placements())
        .containsExactly(
            new State.At(State.Placement.LOCAL, 9, 2, 20, 14, 4, 200),
            new State.At(State.Placement.REMOTE, 9, 1, 10, 7, 2, 100));
  }

  @Test
  void whatAnEndedProcessCountedStaysInTotalsAndNotInRates() {
    State state =
        state(
            List.of(
                edge("Cart", Placement.LOCAL, 4),
                new EdgeReading("Cart", "Ad", "pick", Placement.LOCAL, 3, 0, 0, 2, 100, 40, 60, 0)),
            process("application", edge("Cart", Placement.LOCAL, 1)));
    assertThat(state.edges()).extracting(State.Edge::caller).containsExactly("Cart", "Front");
    State.Edge ended = state.edges().getFirst();
    assertThat(ended.callsPerSecond()).isZero();
    assertThat(ended.p50Micros()).isEqualTo(0.04);
    assertThat(ended.methods().getFirst().placements())
        .containsExactly(new State.At(State.Placement.LOCAL, 3, 0, 0, 0, 2, 100));
    assertThat(state.edges().getLast().methods().getFirst().placements())
        .containsExactly(new State.At(State.Placement.LOCAL, 5, 2, 20, 14, 4, 200));
  }

  @Test
  void aComponentsWorkIsItsCallsWithoutThoseThatItMakes() {
    EdgeHistory history = new EdgeHistory();
    history.add(new Reading(1, 0, 0, List.of()));
    history.add(
        new Reading(
            1_000_000_001,
            0,
            0,
            List.of(taking("Front", "Cart", 500_000), taking("Cart", "Ad", 200_000))));
    State state = state(List.of(), process("application", history, component("Cart")));
    assertThat(state.components().getFirst().processorShare()).isCloseTo(0.3, offset(1e-6));
  }

  private static EdgeReading taking(String caller, String callee, long nanos) {
    return new EdgeReading(
        caller, callee, "get", Placement.LOCAL, 1000, 0, 0, 1000, 1000 * nanos, nanos, nanos, 0);
  }

  private static Membership.Component component(String name) {
    return new Membership.Component(
        name, "wasm", Set.of(), Placement.LOCAL, false, "for the test", 0, PlacementRules.NONE);
  }

  private static State state(ProcessView... processes) {
    return state(List.of(), processes);
  }

  private static State state(List<EdgeReading> ended, ProcessView... processes) {
    SchedulerView view =
        new SchedulerView(
            new PlacementTable(
                1, Map.of("Cart", new PlacementTable.Entry(Placement.LOCAL, "for the test"))),
            Map.of(),
            List.of(processes),
            ended,
            List.of(),
            Optional.empty(),
            List.of());
    return new DashboardState(view, "").at(Instant.EPOCH);
  }

  private static ProcessView process(String name, EdgeReading... edges) {
    EdgeHistory history = new EdgeHistory();
    history.add(new Reading(1, 0, 0, List.of(edges)));
    history.add(new Reading(1_000_000_001, 0, 0, List.of()));
    return process(name, history);
  }

  private static ProcessView process(
      String name, EdgeHistory history, Membership.Component... components) {
    Membership membership =
        new Membership(
            new ProcessIdentity("shop", "r1", name, 1),
            name.equals("application") ? Membership.Role.APPLICATION : Membership.Role.REPLICA,
            "",
            "here",
            1,
            0,
            Set.of(),
            1,
            List.of(components));
    return new ProcessView(
        membership,
        new Reading(1, 0, 0, List.of()),
        0,
        List.copyOf(history.totals()),
        history.rates(),
        history.load());
  }

  private static EdgeReading edge(String callee, Placement placement, long calls) {
    return new EdgeReading("Front", callee, "get", placement, calls, 1, 10, 2, 100, 40, 60, 7);
  }
}
