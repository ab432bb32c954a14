package dev.heddle.scheduler.dashboard;

import dev.heddle.scheduler.dashboard.State.Component;
import dev.heddle.scheduler.dashboard.State.Moving;
import dev.heddle.scheduler.dashboard.State.Placement;
import dev.heddle.scheduler.dashboard.State.ProcessKind;
import dev.heddle.scheduler.dashboard.State.ProcessState;
import dev.heddle.scheduler.dashboard.State.Runtime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A shop whose figures change each time that one looks, and whose components move when they are
 * asked to. Safe for use by many threads.
 */
final class SimulatedApplication implements Supplier<State>, Placing {
  private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
  private static final List<Placement> EVERYWHERE = List.of(Placement.values());
  private static final List<Placement> UNSANDBOXED = List.of(Placement.LOCAL, Placement.REMOTE);

  private final TreeMap<String, Component> components = new TreeMap<>();
  private final List<Move> moves = new ArrayList<>();
  private final CountDownLatch gate;
  private int looks;
  private long epoch = 42;
  private boolean calls = true;

  private SimulatedApplication(CountDownLatch gate) {
    this.gate = gate;
    put("Ad", Runtime.WASM, Placement.SANDBOXED, "its module is not from this project", true);
    put("Cart", Runtime.WASM, Placement.LOCAL, "called by Checkout and the front", false);
    put("CartCache", Runtime.WASM, Placement.LOCAL, "saves 38 remote calls a second", false);
    put("Catalog", Runtime.WASM, Placement.LOCAL, "saves 210 remote calls a second", false);
    put("Checkout", Runtime.WASM, Placement.LOCAL, "nothing is gained by moving it", false);
    put("Currency", Runtime.WASM, Placement.LOCAL, "saves 9 remote calls a request", false);
    put("Email", Runtime.JVM, Placement.LOCAL, "needs a mail library", true);
    put("Payment", Runtime.WASM, Placement.REMOTE, "residency: only where cards may be", true);
    put("Recommendation", Runtime.WASM, Placement.REMOTE, "application is at 71 %", false);
    put("Shipping", Runtime.WASM, Placement.LOCAL, "nothing is gained by moving it", false);
    record(1, "Recommendation", Placement.LOCAL, Placement.REMOTE, Move.By.PLANNER, "");
    record(2, "Catalog", Placement.LOCAL, Placement.REMOTE, Move.By.PLANNER, "replica-2 ended");
  }

  /** One whose moves are done at once. */
  static SimulatedApplication quick() {
    return new SimulatedApplication(new CountDownLatch(0));
  }

  /** One whose moves go on until a gate opens. */
  static SimulatedApplication waiting(CountDownLatch gate) {
    return new SimulatedApplication(gate);
  }

  /** One that nobody has used yet. */
  static SimulatedApplication unused() {
    SimulatedApplication application = quick();
    application.calls = false;
    application.moves.clear();
    return application;
  }

  @Override
  public synchronized State get() {
    looks++;
    Instant now = START.plusSeconds(looks);
    SimulatedCalls load = new SimulatedCalls(calls ? 1 + 0.1 * Math.sin(looks) : 0);
    return new State(
        "Boutique",
        "1f0c9be2a7d45e16",
        "http://localhost:8080",
        epoch,
        now,
        processes(),
        components.values().stream().map(load::measured).toList(),
        load.edges(components),
        moves.reversed(),
        calls ? Optional.of(plan()) : Optional.empty(),
        calls ? load.traces(components, START) : List.of());
  }

  @Override
  public Placed place(String name, Place place) {
    Optional<Refusal> refusal = refusal(name, place);
    if (refusal.isPresent()) return placed(name, Optional.of(List.of(refusal.get())));
    Placement to = place == Place.AUTO ? Placement.LOCAL : Placement.valueOf(place.name());
    Component before = begin(name, to);
    try {
      gate.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return end(before, to, place != Place.AUTO);
  }

  private Optional<Refusal> refusal(String name, Place place) {
    if (!name.equals("CartCache") || place != Place.REMOTE) return Optional.empty();
    return Optional.of(
        new Refusal(
            "CartCache runs where Cart does",
            "Cart is local",
            "Move Cart, or take the affinity out of the configuration"));
  }

  private synchronized Component begin(String name, Placement to) {
    Component before = component(name);
    change(
        name,
        each ->
            with(
                each,
                each.placement(),
                each.reason(),
                each.pinned(),
                Optional.of(new Moving(to, Move.Step.PREPARE))));
    return before;
  }

  private synchronized Placed end(Component before, Placement to, boolean pinned) {
    String name = before.name();
    String reason = pinned ? "asked for by hand" : "where the planner has it";
    change(name, each -> with(each, to, reason, pinned, Optional.empty()));
    epoch++;
    record(moves.size() + 1, name, before.placement(), to, Move.By.PERSON, "");
    return placed(name, Optional.empty());
  }

  private synchronized Placed placed(String name, Optional<List<Refusal>> refused) {
    Component component = component(name);
    return new Placed(name, component.placement(), component.reason(), epoch, refused);
  }

  private Component component(String name) {
    return Optional.ofNullable(components.get(name)).orElseThrow();
  }

  private void change(String name, UnaryOperator<Component> change) {
    components.put(name, change.apply(component(name)));
  }

  private void put(String name, Runtime runtime, Placement placement, String reason, boolean pin) {
    List<Placement> offered = runtime == Runtime.JVM ? UNSANDBOXED : EVERYWHERE;
    Component component =
        new Component(
            name,
            runtime,
            placement,
            List.of(),
            reason,
            pin,
            offered,
            Optional.empty(),
            0,
            0,
            0,
            0,
            0);
    components.put(name, with(component, placement, reason, pin, Optional.empty()));
  }

  private static Component with(
      Component one, Placement placement, String reason, boolean pin, Optional<Moving> moving) {
    String replica = one.name().equals("Payment") ? "replica-2" : "replica-1";
    List<String> replicas = placement == Placement.REMOTE ? List.of(replica) : List.of();
    return new Component(
        one.name(),
        one.runtime(),
        placement,
        replicas,
        reason,
        pin,
        one.offered(),
        moving,
        one.callsPerSecond(),
        one.errorsPerSecond(),
        one.p50Micros(),
        one.p99Micros(),
        one.processorShare());
  }

  private void record(
      long id, String name, Placement from, Placement to, Move.By by, String problem) {
    boolean done = problem.isEmpty();
    moves.add(
        new Move(
            id,
            name,
            from,
            to,
            to == Placement.REMOTE ? List.of("replica-1") : List.of(),
            by,
            by == Move.By.PERSON ? "asked for by hand" : "the application's process is at 71 %",
            START.plusSeconds(id),
            Optional.of(START.plusSeconds(id).plusMillis(412)),
            done ? Move.Outcome.DONE : Move.Outcome.UNDONE,
            done ? Move.Step.RETIRE : Move.Step.PREPARE,
            done ? 0.4 : 0,
            problem));
  }

  private static State.Plan plan() {
    return new State.Plan(
        START, 0.52, 0.52, "everything stays: nothing saves more than moving it costs");
  }

  private List<State.Process> processes() {
    return List.of(
        process("application", ProcessKind.APPLICATION, 4100, 0.62, 361_000_000L, ""),
        process("replica-1", ProcessKind.REPLICA, 4101, 0.21, 148_000_000L, "unix:/run/r1"),
        process("replica-2", ProcessKind.REPLICA, 4102, 0.04, 121_000_000L, "unix:/run/r2"),
        process("replica-3", ProcessKind.REPLICA, 4103, 0.0, 97_000_000L, "unix:/run/r3"));
  }

  private State.Process process(
      String name, ProcessKind kind, long pid, double share, long bytes, String address) {
    boolean home = kind == ProcessKind.APPLICATION;
    List<String> runs =
        components.values().stream()
            .filter(each -> home ? each.replicas().isEmpty() : each.replicas().contains(name))
            .map(Component::name)
            .toList();
    double used = calls ? share : 0;
    return new State.Process(
        name,
        kind,
        pid,
        address,
        ProcessState.READY,
        2,
        used,
        bytes,
        0,
        List.of(),
        125 + looks,
        runs);
  }
}
