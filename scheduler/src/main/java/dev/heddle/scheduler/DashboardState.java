package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Reading.EdgeReading;
import dev.heddle.scheduler.dashboard.Move;
import dev.heddle.scheduler.dashboard.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a scheduler knows, as its dashboard shows it. Pure. */
final class DashboardState {
  private final SchedulerView view;
  private final String web;
  private final List<EdgeRate> rates;
  private final List<EdgeReading> totals;

  /**
   * @param web where the application is open to browsers, empty while nobody knows
   */
  DashboardState(SchedulerView view, String web) {
    this.view = view;
    this.web = web;
    this.rates = view.processes().stream().flatMap(each -> each.rates().stream()).toList();
    this.totals = view.processes().stream().flatMap(each -> each.totals().stream()).toList();
  }

  State at(Instant now) {
    Optional<ProcessView> application =
        view.processes().stream().filter(each -> !replica(each)).findFirst();
    return new State(
        application.map(each -> each.membership().identity().application()).orElse(""),
        application.map(each -> each.membership().identity().revision()).orElse(""),
        web,
        view.table().epoch(),
        now,
        view.processes().stream().map(this::process).toList(),
        application.map(this::components).orElse(List.of()),
        edges(),
        view.moves().stream().map(DashboardState::move).toList(),
        view.planned().map(DashboardState::plan),
        view.traces());
  }

  private static State.Plan plan(Planned planned) {
    return new State.Plan(
        planned.at(),
        planned.plan().before().total(),
        planned.plan().cost().total(),
        planned.summary());
  }

  private static boolean replica(ProcessView process) {
    return process.membership().role() == Membership.Role.REPLICA;
  }

  private State.Process process(ProcessView process) {
    Membership membership = process.membership();
    return new State.Process(
        membership.identity().process(),
        replica(process) ? State.ProcessKind.REPLICA : State.ProcessKind.APPLICATION,
        membership.identity().pid(),
        membership.address(),
        State.ProcessState.READY,
        membership.processors(),
        process.processorShare(),
        process.reading().residentBytes(),
        process.reading().uptimeNanos() / 1e9,
        held(process));
  }

  /** Names of the components whose calls go to a process. */
  private List<String> held(ProcessView process) {
    String name = process.membership().identity().process();
    return view.table().entries().entrySet().stream()
        .filter(
            each -> {
              Entry entry = each.getValue();
              if (entry.placement() != Placement.REMOTE) return !replica(process);
              return replica(process)
                  && (entry.replicas().isEmpty() || entry.replicas().contains(name));
            })
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private List<State.Component> components(ProcessView application) {
    return application.membership().components().stream()
        .filter(each -> view.table().entries().containsKey(each.name()))
        .sorted(Comparator.comparing(Membership.Component::name))
        .map(this::component)
        .toList();
  }

  private State.Component component(Membership.Component component) {
    String name = component.name();
    Entry entry = view.table().entry(name);
    Optional<Decision> decision = Optional.ofNullable(view.decisions().get(name));
    List<EdgeRate> calls = rates.stream().filter(each -> each.callee().equals(name)).toList();
    return new State.Component(
        name,
        component.runtime().equals("jvm") ? State.Runtime.JVM : State.Runtime.WASM,
        placement(entry.placement()),
        entry.replicas().stream().sorted().toList(),
        entry.reason(),
        decision.map(Decision::pinned).orElse(false),
        component.offered().stream().sorted().map(DashboardState::placement).toList(),
        moving(name),
        Figures.of(calls).calls(),
        Figures.of(calls).errors(),
        Figures.of(calls).p50(),
        Figures.of(calls).p99(),
        ownShare(name));
  }

  /** Processor share, taken to be the time of its calls without those that it makes itself. */
  private double ownShare(String component) {
    double micros = 0;
    for (EdgeRate each : rates) {
      double spent = each.callsPerSecond() * each.meanMicros();
      if (each.callee().equals(component)) micros += spent;
      if (each.caller().equals(component)) micros -= spent;
    }
    return Math.max(0, micros / 1e6);
  }

  private Optional<State.Moving> moving(String component) {
    return view.moves().stream()
        .filter(each -> each.component().equals(component) && each.ended().isEmpty())
        .findFirst()
        .map(each -> new State.Moving(placement(each.to().placement()), step(each.step())));
  }

  private List<State.Edge> edges() {
    Map<List<String>, List<EdgeRate>> edges =
        rates.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.caller(), each.callee()),
                    () -> new TreeMap<>(DashboardState::inOrder),
                    Collectors.toList()));
    List<State.Edge> all = new ArrayList<>();
    edges.forEach((ends, calls) -> all.add(edge(ends, calls)));
    return all;
  }

  private static int inOrder(List<String> one, List<String> other) {
    int callers = one.getFirst().compareTo(other.getFirst());
    return callers != 0 ? callers : one.getLast().compareTo(other.getLast());
  }

  private State.Edge edge(List<String> ends, List<EdgeRate> calls) {
    Figures all = Figures.of(calls);
    Map<String, List<EdgeRate>> methods =
        calls.stream()
            .collect(Collectors.groupingBy(EdgeRate::method, TreeMap::new, Collectors.toList()));
    return new State.Edge(
        ends.getFirst(),
        ends.getLast(),
        all.calls(),
        all.errors(),
        all.bytes(),
        all.p50(),
        all.p99(),
        all.remoteShare(),
        methods.entrySet().stream()
            .map(each -> method(ends, each.getKey(), each.getValue()))
            .toList());
  }

  private State.Method method(List<String> ends, String name, List<EdgeRate> calls) {
    Figures all = Figures.of(calls);
    return new State.Method(
        name,
        all.calls(),
        all.errors(),
        all.p50(),
        all.p99(),
        all.remoteShare(),
        placements(ends, name));
  }

  /** What all processes have counted of a method's calls along an edge. */
  private List<State.At> placements(List<String> ends, String method) {
    Map<State.Placement, State.At> sums = new TreeMap<>();
    for (EdgeReading each : totals) {
      if (!each.method().equals(method) || !ends.equals(List.of(each.caller(), each.callee()))) {
        continue;
      }
      State.At at =
          new State.At(
              placement(each.placement()),
              each.calls(),
              each.errors(),
              each.bytes(),
              each.timed(),
              each.timedNanos());
      sums.merge(at.placement(), at, DashboardState::sum);
    }
    return List.copyOf(sums.values());
  }

  private static State.At sum(State.At one, State.At other) {
    return new State.At(
        one.placement(),
        one.calls() + other.calls(),
        one.errors() + other.errors(),
        one.bytes() + other.bytes(),
        one.timed() + other.timed(),
        one.timedNanos() + other.timedNanos());
  }

  private static Move move(dev.heddle.scheduler.Move move) {
    return new Move(
        move.id(),
        move.component(),
        placement(move.from().placement()),
        placement(move.to().placement()),
        move.to().replicas().stream().sorted().toList(),
        switch (move.by()) {
          case CONFIGURATION -> Move.By.CONFIGURATION;
          case PERSON -> Move.By.PERSON;
          case PLANNER -> Move.By.PLANNER;
          case RECOVERY -> Move.By.RECOVERY;
        },
        move.to().reason(),
        move.begun(),
        move.ended(),
        move.ended().isEmpty()
            ? Move.Outcome.UNDER_WAY
            : move.undone() ? Move.Outcome.UNDONE : Move.Outcome.DONE,
        step(move.step()),
        move.pauseMillis(),
        move.problem());
  }

  private static Move.Step step(dev.heddle.scheduler.Move.Step step) {
    return switch (step) {
      case PREPARE -> Move.Step.PREPARE;
      case PUBLISH -> Move.Step.PUBLISH;
      case DONE -> Move.Step.RETIRE;
    };
  }

  static State.Placement placement(Placement placement) {
    return switch (placement) {
      case LOCAL -> State.Placement.LOCAL;
      case SANDBOXED -> State.Placement.SANDBOXED;
      case REMOTE -> State.Placement.REMOTE;
    };
  }

  /** Several rates as one; latencies are those of the busiest. */
  private record Figures(
      double calls, double errors, double bytes, double p50, double p99, double remoteShare) {

    static Figures of(List<EdgeRate> rates) {
      double calls = 0;
      double errors = 0;
      double bytes = 0;
      double remote = 0;
      double p50 = 0;
      double p99 = 0;
      for (EdgeRate each : rates) {
        calls += each.callsPerSecond();
        errors += each.errorsPerSecond();
        bytes += each.bytesPerSecond();
        if (each.placement() == Placement.REMOTE) remote += each.callsPerSecond();
        p99 = Math.max(p99, each.p99Micros());
      }
      double most = -1;
      for (EdgeRate each : rates) {
        if (each.callsPerSecond() <= most) continue;
        most = each.callsPerSecond();
        p50 = each.p50Micros();
      }
      return new Figures(calls, errors, bytes, p50, p99, calls == 0 ? 0 : remote / calls);
    }
  }
}
