package dev.heddle.scheduler;

import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.scheduler.dashboard.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls of all processes, as the dashboard shows them. */
final class DashboardEdges {
  private final List<EdgeRate> rates;
  private final Map<List<String>, List<EdgeReading>> totals;

  DashboardEdges(SchedulerView view) {
    List<EdgeReading> counted = new ArrayList<>();
    view.processes().forEach(each -> counted.addAll(each.totals()));
    counted.addAll(view.ended());
    rates = new ArrayList<>();
    view.processes().forEach(each -> rates.addAll(each.rates()));
    Set<List<String>> lately =
        rates.stream()
            .map(each -> List.of(each.caller(), each.callee(), each.method()))
            .collect(Collectors.toCollection(HashSet::new));
    counted.stream()
        .filter(each -> !lately.contains(method(each)))
        .forEach(each -> rates.add(EdgeRate.none(each)));
    totals = counted.stream().collect(Collectors.groupingBy(DashboardEdges::method));
  }

  private static List<String> method(EdgeReading edge) {
    return List.of(edge.caller(), edge.callee(), edge.method());
  }

  /** What goes to a component, wherever it is from. */
  CallFigures to(String component) {
    return CallFigures.of(rates.stream().filter(each -> each.callee().equals(component)).toList());
  }

  /** All edges, in order. */
  List<State.Edge> all() {
    List<State.Edge> all = new ArrayList<>();
    grouped(rates, EdgeRate::caller)
        .forEach(
            (caller, calls) ->
                grouped(calls, EdgeRate::callee)
                    .forEach((callee, edge) -> all.add(edge(caller, callee, edge))));
    return all;
  }

  private static TreeMap<String, List<EdgeRate>> grouped(
      List<EdgeRate> rates, Function<EdgeRate, String> by) {
    return rates.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }

  private State.Edge edge(String caller, String callee, List<EdgeRate> calls) {
    CallFigures all = CallFigures.of(calls);
    return new State.Edge(
        caller,
        callee,
        all.calls(),
        all.errors(),
        all.bytes(),
        all.elements(),
        all.p50(),
        all.p99(),
        all.remoteShare(),
        grouped(calls, EdgeRate::method).entrySet().stream()
            .map(each -> method(List.of(caller, callee, each.getKey()), each.getValue()))
            .toList());
  }

  private State.Method method(List<String> method, List<EdgeRate> calls) {
    CallFigures all = CallFigures.of(calls);
    return new State.Method(
        method.getLast(),
        all.calls(),
        all.errors(),
        all.p50(),
        all.p99(),
        all.remoteShare(),
        placements(totals.getOrDefault(method, List.of())));
  }

  private static List<State.At> placements(List<EdgeReading> counted) {
    Map<State.Placement, State.At> sums = new TreeMap<>();
    for (EdgeReading each : counted) {
      State.At at =
          new State.At(
              DashboardState.placement(each.placement()),
              each.calls(),
              each.errors(),
              each.bytes(),
              each.elements(),
              each.timed(),
              each.timedNanos());
      sums.merge(at.placement(), at, DashboardEdges::sum);
    }
    return List.copyOf(sums.values());
  }

  private static State.At sum(State.At one, State.At other) {
    return new State.At(
        one.placement(),
        one.calls() + other.calls(),
        one.errors() + other.errors(),
        one.bytes() + other.bytes(),
        one.elements() + other.elements(),
        one.timed() + other.timed(),
        one.timedNanos() + other.timedNanos());
  }
}
