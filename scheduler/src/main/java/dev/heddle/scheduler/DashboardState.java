package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.control.Membership;
import dev.heddle.scheduler.dashboard.Move;
import dev.heddle.scheduler.dashboard.State;
import dev.heddle.scheduler.plan.CallGraph;
import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.LoadEstimate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scheduler knows, as its dashboard shows it. Pure. */
final class DashboardState {
  private final SchedulerView view;
  private final String web;
  private final DashboardEdges edges;
  private final CallGraph load;

  /**
   * @param web where the application is open to browsers, empty while nobody knows
   */
  DashboardState(SchedulerView view, String web) {
    this.view = view;
    this.web = web;
    this.edges = new DashboardEdges(view);
    this.load =
        view.processes().stream()
            .map(ProcessView::load)
            .reduce(LoadEstimate.NONE, LoadEstimate::plus)
            .graph(CostModel.MEASURED, 0);
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
        edges.all(),
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
        membership.memoryBytes(),
        membership.labels().stream().sorted().toList(),
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
    CallFigures calls = edges.to(name);
    return new State.Component(
        name,
        component.runtime().equals("jvm") ? State.Runtime.JVM : State.Runtime.WASM,
        placement(entry.placement()),
        entry.replicas().stream().sorted().toList(),
        entry.reason(),
        decision.map(Decision::pinned).orElse(false),
        component.offered().stream().sorted().map(DashboardState::placement).toList(),
        moving(name),
        calls.calls(),
        calls.errors(),
        calls.p50(),
        calls.p99(),
        processorShare(name, entry.placement()));
  }

  /** Of a processor, by the planner's estimate of what is a component's own work. */
  private double processorShare(String component, Placement placement) {
    return load.work(component) * CostModel.MEASURED.slowdown(PlannedSituation.place(placement));
  }

  private Optional<State.Moving> moving(String component) {
    return view.moves().stream()
        .filter(each -> each.component().equals(component) && each.ended().isEmpty())
        .findFirst()
        .map(each -> new State.Moving(placement(each.to().placement()), step(each.step())));
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
}
