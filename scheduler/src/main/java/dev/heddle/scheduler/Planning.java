package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.scheduler.plan.LoadEstimate;
import dev.heddle.scheduler.plan.PlacementPlanner;
import dev.heddle.scheduler.plan.Plan;
import dev.heddle.scheduler.plan.Situation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has components go where the planner says that they cost least, again and again. For the
 * scheduler's thread; a plan itself is made on another, since moves go on meanwhile.
 */
final class Planning {
  private static final System.Logger LOG = System.getLogger(Planning.class.getName());

  /** What planning needs of the scheduler. */
  interface Tables {

    /** The processes that have joined, by name. */
    Map<String, KnownProcess> processes();

    /** Of the table in force, by component. */
    Map<String, Entry> entries();

    /** Where components are wanted, by name. */
    Map<String, Decision> decisions();

    /** Those that there were, and those that are under way. */
    Moves moves();

    /** Begins a move for the planner; completed with why it was undone. */
    CompletableFuture<List<Problem>> move(String component, Entry from, Entry to);
  }

  private record Question(PlannedSituation known, Situation situation) {}

  private final PlanningOptions options;
  private final PlacementPlanner planner;
  private final Tables tables;
  private final ScheduledExecutorService loop;
  private final Map<String, Instant> failed = new HashMap<>();
  private Optional<Planned> last = Optional.empty();

  Planning(PlanningOptions options, Tables tables, ScheduledExecutorService loop) {
    this.options = options;
    this.planner = new PlacementPlanner(options.model(), options.policy());
    this.tables = tables;
    this.loop = loop;
  }

  /** What was planned last. */
  Optional<Planned> last() {
    return last;
  }

  /** Plans after each pause from now on. */
  void begin() {
    if (loop.isShutdown()) return;
    loop.schedule(this::plan, options.pause().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void plan() {
    CompletableFuture.completedFuture(Instant.now())
        .thenApply(this::question)
        .thenCompose(this::answer)
        .whenComplete(
            (done, failure) -> {
              if (failure != null && !loop.isShutdown()) {
                LOG.log(System.Logger.Level.WARNING, "no plan", failure);
              }
              begin();
            });
  }

  private Optional<Question> question(Instant now) {
    // Each is asked each time, so that none tells of more than the time since.
    LoadEstimate load = LoadEstimate.NONE;
    boolean settled = false;
    List<KnownProcess> processes = List.copyOf(tables.processes().values());
    for (KnownProcess each : processes) {
      load = load.plus(each.load(options.settling(), options.halfLife()));
      settled |= !each.replica() && each.settled();
    }
    if (!settled) return Optional.empty();
    failed.values().removeIf(since -> since.plus(options.holdOff()).isBefore(now));
    PlannedSituation known =
        new PlannedSituation(
            processes,
            Map.copyOf(tables.entries()),
            Map.copyOf(tables.decisions()),
            Set.copyOf(failed.keySet()),
            moved());
    return known
        .at(now, load.graph(options.model(), 0), options.model())
        .map(situation -> new Question(known, situation));
  }

  /** When components came to their places. */
  private Map<String, Instant> moved() {
    Map<String, Instant> moved = new HashMap<>();
    for (Move each : tables.moves().all()) {
      // Newest first.
      if (!each.undone() && each.ended().isPresent()) {
        moved.putIfAbsent(each.component(), each.ended().get());
      }
    }
    return moved;
  }

  private CompletableFuture<Void> answer(Optional<Question> asked) {
    if (asked.isEmpty()) return CompletableFuture.completedFuture(null);
    Question question = asked.get();
    return CompletableFuture.supplyAsync(() -> planner.plan(question.situation()))
        .thenAcceptAsync(plan -> follow(question.known(), plan), loop);
  }

  private void follow(PlannedSituation known, Plan plan) {
    last = Optional.of(new Planned(Instant.now(), plan));
    new PlannedEntries(known, plan)
        .changed()
        .forEach(
            (component, wanted) -> {
              Entry from = known.entries().get(component);
              // Somebody may have been quicker.
              if (from == null || !from.equals(tables.entries().get(component))) return;
              if (tables.moves().moving(component)) return;
              tables.move(component, from, wanted).thenAccept(it -> note(component, it));
            });
  }

  private void note(String component, List<Problem> problems) {
    if (!problems.isEmpty()) failed.put(component, Instant.now());
  }
}
