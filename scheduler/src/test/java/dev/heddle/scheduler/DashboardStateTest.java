package dev.heddle.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.Placement;
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
            new State.At(State.Placement.LOCAL, 9, 2, 20, 4, 200),
            new State.At(State.Placement.REMOTE, 9, 1, 10, 2, 100));
  }

  private static State state(ProcessView... processes) {
    SchedulerView view =
        new SchedulerView(
            new PlacementTable(1, Map.of()),
            Map.of(),
            List.of(processes),
            List.of(),
            Optional.empty(),
            List.of());
    return new DashboardState(view, "").at(Instant.EPOCH);
  }

  private static ProcessView process(String name, EdgeReading... edges) {
    Membership membership =
        new Membership(
            new ProcessIdentity("shop", "r1", name, 1),
            name.equals("application") ? Membership.Role.APPLICATION : Membership.Role.REPLICA,
            "",
            "here",
            1,
            1,
            List.of());
    EdgeHistory history = new EdgeHistory();
    history.add(new Reading(1, 0, 0, List.of(edges)));
    history.add(new Reading(1_000_000_001, 0, 0, List.of()));
    return new ProcessView(
        membership,
        new Reading(1, 0, 0, List.of()),
        0,
        List.copyOf(history.totals()),
        history.rates());
  }

  private static EdgeReading edge(String callee, Placement placement, long calls) {
    return new EdgeReading("Front", callee, "get", placement, calls, 1, 10, 2, 100, 40, 60);
  }
}
