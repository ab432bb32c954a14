package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.control.Order;
import dev.heddle.scheduler.Move.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Moves components: prepare, publish, done; or undone. One move a component at a time. For the
 * scheduler's thread.
 */
final class Moves {
  private static final int KEPT = 200;

  /** What moves need of the scheduler. */
  interface Tables {

    /** The processes that have joined, by name. */
    Map<String, KnownProcess> processes();

    /** Puts a table with this entry in force, and returns its number. */
    long publish(String component, Entry entry);
  }

  private final Tables tables;
  private final ScheduledExecutorService loop;
  private final SchedulerOptions options;
  private final Map<String, MoveUnderWay> underWay = new LinkedHashMap<>();
  private final Deque<Move> ended = new ArrayDeque<>();
  private long lastId;

  Moves(Tables tables, ScheduledExecutorService loop, SchedulerOptions options, List<Move> before) {
    this.tables = tables;
    this.loop = loop;
    this.options = options;
    for (Move each : before) {
      lastId = Math.max(lastId, each.id());
      end(
          each.ended().isPresent()
              ? each
              : each.undone(Instant.now(), "the scheduler ended meanwhile"));
    }
  }

  boolean moving(String component) {
    return underWay.containsKey(component);
  }

  /** Newest first. */
  List<Move> all() {
    List<Move> all = new ArrayList<>(underWay.values().stream().map(MoveUnderWay::move).toList());
    all.sort((one, other) -> Long.compare(other.id(), one.id()));
    ended.descendingIterator().forEachRemaining(all::add);
    return all;
  }

  /**
   * Begins a move.
   *
   * @return completed with why it was undone; with nothing when it is done
   */
  CompletableFuture<List<Problem>> begin(String component, Entry from, Entry to, Origin by) {
    Move move =
        new Move(
            ++lastId,
            component,
            from,
            to,
            by,
            Instant.now(),
            Step.PREPARE,
            0,
            java.util.Optional.empty(),
            "");
    MoveUnderWay begun = new MoveUnderWay(move);
    underWay.put(component, begun);
    prepare(begun);
    return begun.end();
  }

  private void prepare(MoveUnderWay move) {
    Entry to = move.move().to();
    Set<String> asked = new HashSet<>();
    for (KnownProcess process : tables.processes().values()) {
      if (!process.replica()) asked.add(process.name());
    }
    boolean routed = !asked.isEmpty();
    if (to.placement() == Placement.REMOTE) asked.addAll(to.replicas());
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(tables.processes().keySet());
    if (!routed) missing.add("the application");
    if (!missing.isEmpty()) {
      undo(
          move, problem("a component moves among processes that run", missing + " has not joined"));
      return;
    }
    move.enter(Step.PREPARE, asked, timer(options.prepareLimit(), move));
    long id = move.move().id();
    String component = move.component();
    for (String name : asked) {
      KnownProcess process = tables.processes().get(name);
      if (process == null) continue;
      process.say(
          process.replica()
              ? new Order.Prepare(id, component, Placement.SANDBOXED, Set.of())
              : new Order.Prepare(id, component, to.placement(), to.replicas()));
    }
  }

  /** A process has made a component ready, or cannot. */
  void prepared(String process, long id, List<Problem> problems) {
    for (MoveUnderWay move : List.copyOf(underWay.values())) {
      if (move.move().id() != id || !move.in(Step.PREPARE)) continue;
      if (!problems.isEmpty()) undo(move, problems);
      else if (move.answered(process)) publish(move);
    }
  }

  private void publish(MoveUnderWay move) {
    move.enter(
        Step.PUBLISH, Set.copyOf(tables.processes().keySet()), timer(options.publishLimit(), move));
    move.publishedAs(tables.publish(move.component(), move.move().to()));
  }

  /** A process has a table in force. */
  void applied(String process, long epoch) {
    for (MoveUnderWay move : List.copyOf(underWay.values())) {
      if (move.in(Step.PUBLISH) && epoch >= move.epoch() && move.answered(process)) done(move);
    }
  }

  /** A process is gone: it prepares nothing, and it routes nothing. */
  void lost(String process) {
    for (MoveUnderWay move : List.copyOf(underWay.values())) {
      if (!move.waitsFor(process)) continue;
      if (move.in(Step.PREPARE)) {
        undo(
            move, problem("a component is made ready before calls go to it", process + " is gone"));
      } else if (move.answered(process)) {
        done(move);
      }
    }
  }

  private void late(MoveUnderWay move) {
    Duration limit = move.in(Step.PREPARE) ? options.prepareLimit() : options.publishLimit();
    undo(
        move,
        problem(
            "processes do what a move asks in time",
            new TreeSet<>(move.waiting()) + " did not answer within " + limit.toSeconds() + " s"));
  }

  private Future<?> timer(Duration limit, MoveUnderWay move) {
    return loop.schedule(() -> late(move), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void done(MoveUnderWay move) {
    close(move, move.move().done(Instant.now(), move.pauseMillis()));
    move.end().complete(List.of());
  }

  private void undo(MoveUnderWay move, List<Problem> problems) {
    boolean published = move.in(Step.PUBLISH);
    close(move, move.move().undone(Instant.now(), problems.getFirst().toString()));
    if (published) tables.publish(move.component(), move.move().from());
    move.end().complete(problems);
  }

  private void close(MoveUnderWay move, Move ending) {
    move.stopTimer();
    underWay.remove(move.component());
    end(ending);
  }

  private void end(Move move) {
    ended.addLast(move);
    if (ended.size() > KEPT) ended.removeFirst();
  }

  private static List<Problem> problem(String rule, String found) {
    return List.of(
        new Problem(rule, found, "See the log of that process, and ask again when it runs"));
  }
}
