package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.Problem;
import dev.heddle.core.RequestSample;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.control.ControlTransport.Line;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Order;
import dev.heddle.core.control.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Decides where the calls of an application's processes go, and moves components while calls are
 * made. It is on no call's way: processes go on without it. Everything it does, it does on one
 * thread. Safe for use by many threads.
 */
public final class Scheduler implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Scheduler.class.getName());
  private static final Duration RETURN = Duration.ofSeconds(30);

  private final SchedulerOptions options;
  private final ScheduledExecutorService loop;
  private final StateFile file;
  private final Map<String, KnownProcess> processes = new TreeMap<>();
  private final Decisions decisions;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Moves moves;
  private final Optional<Planning> planning;
  private final Traces traces = new Traces();
  private final EndedProcesses ended = new EndedProcesses();
  private final AutoCloseable server;
  private long epoch;

  /**
   * Starts one, with what it knew when it last ran.
   *
   * @throws IOException when another scheduler works with its folder
   * @throws dev.heddle.core.remote.TransportException when it cannot listen
   */
  public Scheduler(ControlTransport transport, SchedulerOptions options) throws IOException {
    this.options = options;
    this.file = StateFile.open(options.folder());
    StateFile.Kept kept = file.read();
    this.epoch = kept.epoch();
    this.entries.putAll(kept.entries());
    this.decisions = new Decisions(kept.decisions(), processes);
    this.loop =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heddle-scheduler").factory());
    Tables tables = new Tables();
    this.moves = new Moves(tables, loop, options, kept.moves());
    this.planning = options.planning().map(each -> new Planning(each, tables, loop));
    this.server = transport.serve(options.address(), this::joined);
    // Who has not come back by then is taken to be gone.
    loop.schedule(() -> recover(true), RETURN.toSeconds(), TimeUnit.SECONDS);
    planning.ifPresent(Planning::begin);
  }

  /**
   * Moves a component, and has it stay there until somebody asks for another place.
   *
   * @param placement empty to let configuration and the planner decide again
   * @return completed when its calls go there, or it is known that they will not
   */
  public CompletableFuture<Placed> place(String component, Optional<Placement> placement) {
    CompletableFuture<Placed> end = new CompletableFuture<>();
    loop.execute(
        () -> {
          Optional<Decision> wanted =
              placement
                  .map(it -> new Decision(new Entry(it, "asked for by hand"), Origin.PERSON, true))
                  .or(() -> decisions.configured(component));
          move(component, wanted, end);
        });
    return end;
  }

  private void move(String component, Optional<Decision> wanted, CompletableFuture<Placed> end) {
    Entry from = entries.get(component);
    if (wanted.isEmpty() || from == null) {
      Problem unknown = Decisions.unknown(component, entries.keySet());
      Entry nowhere = new Entry(Placement.LOCAL, "");
      end.complete(new Placed(component, nowhere, epoch, List.of(unknown)));
      return;
    }
    Optional<Problem> refusal = decisions.refusal(component, wanted.get());
    if (refusal.isPresent()) {
      end.complete(new Placed(component, from, epoch, List.of(refusal.get())));
      return;
    }
    if (moves.moving(component)) {
      // One after the other; a move ends within its limits.
      loop.schedule(() -> move(component, wanted, end), 5, TimeUnit.MILLISECONDS);
      return;
    }
    move(component, from, wanted.get(), wanted.get().origin())
        .thenAccept(
            problems -> {
              Entry now = entries.getOrDefault(component, from);
              end.complete(new Placed(component, now, epoch, problems));
            });
  }

  private CompletableFuture<List<Problem>> move(
      String component, Entry from, Decision wanted, Origin by) {
    return moves
        .begin(component, from, wanted.entry(), by)
        .thenApply(
            problems -> {
              if (problems.isEmpty()) decisions.put(component, wanted);
              keep();
              return problems;
            });
  }

  /** What it knows now. */
  public SchedulerView view() {
    return ask(
        () ->
            new SchedulerView(
                new Publication(Math.max(1, epoch), entries, processes.values()).table(),
                decisions.all(),
                processes.values().stream().map(KnownProcess::view).toList(),
                ended.counted(),
                moves.all(),
                planning.flatMap(Planning::last),
                traces.newestFirst()));
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(question, loop).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private ControlTransport.Members.Session joined(Report.Joined first, Line<Order> line) {
    KnownProcess process = new KnownProcess(first.membership(), line);
    loop.execute(() -> joined(process));
    return new ControlTransport.Members.Session() {
      @Override
      public void reported(Report report) {
        loop.execute(() -> hear(process, report));
      }

      @Override
      public void ended(String why) {
        // When everything ends, so does the thread.
        if (!loop.isShutdown()) loop.execute(() -> lost(process));
      }
    };
  }

  private void joined(KnownProcess process) {
    Optional.ofNullable(processes.remove(process.name())).ifPresent(ended::add);
    boolean alone = processes.values().stream().allMatch(KnownProcess::replica);
    process.begin(ended.joined(process, alone));
    processes.put(process.name(), process);
    epoch = Math.max(epoch, process.epoch());
    if (!process.replica()) {
      process.membership().components().forEach(this::configure);
    }
    if (!entries.isEmpty()) publish();
  }

  private void configure(Membership.Component component) {
    String name = component.name();
    boolean another = decisions.configured(component);
    if (another || !entries.containsKey(name)) entries.put(name, decisions.wanted(name));
  }

  private void hear(KnownProcess process, Report report) {
    if (processes.get(process.name()) != process) return;
    switch (report) {
      case Report.Joined again -> {}
      case Report.Sampled(RequestSample sample) -> traces.add(process.name(), sample);
      case Report.Measured measured -> process.measured(measured.reading());
      case Report.Prepared(long move, List<Problem> problems) ->
          moves.prepared(process.name(), move, problems);
      case Report.Applied(long number) -> {
        process.applied(number);
        moves.applied(process.name(), number);
      }
    }
  }

  private void lost(KnownProcess process) {
    if (!processes.remove(process.name(), process)) return;
    ended.add(process);
    moves.lost(process.name());
    if (!process.replica()) return;
    loop.schedule(() -> recover(true), options.absence().toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Has calls go where they are wanted, when they can.
   *
   * @param away whether calls go elsewhere whose replicas are all gone
   */
  private void recover(boolean away) {
    for (String component : List.copyOf(entries.keySet())) {
      Entry now = decisions.wanted(component);
      Entry current = entries.getOrDefault(component, now);
      boolean served = decisions.served(component, now);
      if (!served && !away) continue;
      Entry wanted = served ? now : decisions.instead(component);
      if (wanted.equals(current) || moves.moving(component)) continue;
      moves.begin(component, current, wanted, Origin.RECOVERY).thenRun(this::keep);
    }
  }

  private void publish() {
    epoch++;
    keep();
    Publication next = new Publication(epoch, entries, processes.values());
    List.copyOf(processes.values()).forEach(each -> each.say(next.order(each)));
    loop.execute(() -> recover(false));
  }

  /** Moves go on where the disk does not: only a scheduler started later would know less. */
  private void keep() {
    try {
      file.write(new StateFile.Kept(epoch, entries, decisions.all(), moves.all().reversed()));
    } catch (UncheckedIOException failure) {
      LOG.log(
          System.Logger.Level.WARNING,
          "what the scheduler knows cannot be kept, and is lost should it end: "
              + failure.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      server.close();
    } catch (Exception failure) {
      throw new IOException(failure);
    } finally {
      loop.shutdownNow();
      file.close();
    }
  }

  private final class Tables implements Moves.Tables, Planning.Tables {
    @Override
    public Map<String, KnownProcess> processes() {
      return processes;
    }

    @Override
    public Map<String, Entry> entries() {
      return entries;
    }

    @Override
    public Map<String, Decision> decisions() {
      return decisions.all();
    }

    @Override
    public Moves moves() {
      return moves;
    }

    @Override
    public CompletableFuture<List<Problem>> move(String component, Entry from, Entry to) {
      Decision wanted = decisions.planned(component, to);
      return Scheduler.this.move(component, from, wanted, Origin.PLANNER);
    }

    @Override
    public long publish(String component, Entry entry) {
      entries.put(component, entry);
      Scheduler.this.publish();
      return epoch;
    }
  }
}
