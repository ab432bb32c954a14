package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heddle.component.ComponentException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.control.ControlledProcess;
import dev.heddle.core.control.Membership;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.placements.fixture.Workbench;
import dev.heddle.scheduler.Placed;
import dev.heddle.scheduler.Scheduler;
import dev.heddle.scheduler.SchedulerOptions;
import dev.heddle.scheduler.dashboard.Trace;
import dev.heddle.transport.GrpcControl;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A component moves between an object, a sandbox and another process while it is called. */
@Timeout(300)
class LiveMovesTest {
  private static final int MOVES = Integer.getInteger("heddle.moves", 1_000);
  private static final int CALLERS = 4;
  private static final int PAGE = 0;
  private static final List<Placement> ROUND =
      List.of(Placement.SANDBOXED, Placement.REMOTE, Placement.LOCAL, Placement.REMOTE);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private final GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);
  private final GrpcControl control = new GrpcControl(TransportOptions.DEFAULT);
  private final Histogram nanos = new ConcurrentHistogram(3);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong calls = new AtomicLong();

  /** How long the slowest call took since the last move was done. */
  private final AtomicLong slowest = new AtomicLong();

  private final AtomicBoolean enough = new AtomicBoolean();

  @SuppressWarnings("NullAway.Init") // start sets it
  private FileJournal journal;

  @SuppressWarnings("NullAway.Init") // start sets it
  private HeddleRuntime application;

  @SuppressWarnings("NullAway.Init") // start sets it
  private ControlledProcess controlled;

  @SuppressWarnings("NullAway.Init") // start sets it
  private ReplicaProcess replica;

  @SuppressWarnings("NullAway.Init") // start sets it
  private Scheduler scheduler;

  @BeforeEach
  void start() throws Exception {
    journal = new FileJournal(folder.resolve("journal"), () -> {});
    scheduler = scheduler();
    ReplicaAddress address = socket("replica");
    replica =
        new ReplicaProcess(address, folder.resolve("journal"), Optional.of(socket("scheduler")));
    application =
        Applications.start(
            RuntimeOptions.DEFAULT,
            journal,
            Optional.of(Applications.replicas(transport, address)));
    controlled =
        Applications.controlled(application, "application", Membership.Role.APPLICATION, "");
    control.join(socket("scheduler"), controlled);
    while (scheduler.view().processes().size() < 2) Thread.sleep(10);
  }

  @AfterEach
  void end() throws IOException {
    application.close();
    transport.close();
    replica.close();
    scheduler.close();
    control.close();
  }

  @Test
  void noCallFailsAndNoneRunsTwiceWhileItsComponentMovesAThousandTimes() throws Exception {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) callers.add(Thread.ofPlatform().start(this::call));
    Histogram pauses = new Histogram(3);
    for (int i = 0; i < MOVES; i++) {
      slowest.set(0);
      move(ROUND.get(i % ROUND.size()));
      pauses.recordValue(slowest.get());
    }
    end(callers);
    assertThat(failures).isEmpty();
    assertThat(journal.count(PAGE)).isEqualTo(calls.get());
    assertThat(scheduler.view().moves()).allSatisfy(each -> assertThat(each.problem()).isEmpty());
    System.out.printf(
        "%d moves, %d calls; a call took %.2f ms at the 50th, %.2f at the 99th, %.1f at the 99.9th"
            + " percentile, %.1f at most; the slowest call in a move %.1f at the 50th, %.1f at the 99th%n",
        MOVES,
        calls.get(),
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6,
        nanos.getValueAtPercentile(99.9) / 1e6,
        nanos.getMaxValue() / 1e6,
        pauses.getValueAtPercentile(50) / 1e6,
        pauses.getValueAtPercentile(99) / 1e6);
  }

  @Test
  void callsGoOnWithoutTheSchedulerAndOneThatComesBackGoesOnFromThere() throws Exception {
    move(Placement.REMOTE);
    List<Thread> callers = List.of(Thread.ofPlatform().start(this::call));
    scheduler.close();
    long then = calls.get();
    while (calls.get() < then + 100) Thread.sleep(1);
    scheduler = scheduler();
    while (scheduler.view().processes().size() < 2) Thread.sleep(10);
    move(Placement.LOCAL);
    end(callers);
    assertThat(failures).isEmpty();
    assertThat(journal.count(PAGE)).isEqualTo(calls.get());
  }

  @Test
  void aRequestThroughAnotherProcessIsShownWithTheCallsThatWereMadeThere() throws Exception {
    move(Placement.REMOTE);
    RequestContext request =
        application.requests().enter("Front", TraceContext.create(), () -> "GET /bench");
    Workbench workbench = application.component("Front", Workbench.class);
    assertThatThrownBy(
            () ->
                application
                    .requests()
                    .run(
                        request,
                        () -> {
                          workbench.failFurtherDown("seen");
                          return true;
                        }))
        .isInstanceOf(ComponentException.class);
    List<Trace> traces = List.of();
    while (traces.isEmpty() || traces.getFirst().spans().size() < 3) {
      controlled.measure();
      Thread.sleep(10);
      traces = scheduler.view().traces();
    }
    Trace trace = traces.getFirst();
    assertThat(trace.name()).isEqualTo("GET /bench");
    assertThat(trace.failed()).isTrue();
    assertThat(trace.traceId()).isEqualTo(request.trace().traceId());
    assertThat(trace.spans())
        .extracting(Trace.Span::caller, Trace.Span::component, each -> each.placement() + "")
        .containsExactly(
            tuple("Front", "Workbench", "remote"),
            tuple("Workbench", "Smith", "local"),
            tuple("Smith", "Anvil", "local"));
    assertThat(trace.spans()).allSatisfy(each -> assertThat(each.process()).isEqualTo("replica"));
    for (int below = 1; below < 3; below++) {
      Trace.Span outer = trace.spans().get(below - 1);
      Trace.Span inner = trace.spans().get(below);
      assertThat(inner.parent()).isEqualTo(outer.id());
      assertThat(inner.beginMicros()).isGreaterThanOrEqualTo(outer.beginMicros());
    }
  }

  private Scheduler scheduler() throws IOException {
    return new Scheduler(
        control, SchedulerOptions.of(socket("scheduler"), folder.resolve("scheduler")));
  }

  private void move(Placement placement) throws Exception {
    Placed placed = scheduler.place("Workbench", Optional.of(placement)).get(60, TimeUnit.SECONDS);
    assertThat(placed.refused()).isEmpty();
    assertThat(placed.entry().placement()).isEqualTo(placement);
  }

  /** On threads of the system: virtual ones that only compute leave no time to others. */
  private void call() {
    Workbench workbench = application.component("Test", Workbench.class);
    while (!enough.get()) {
      long begun = System.nanoTime();
      try {
        calls.incrementAndGet();
        workbench.note(PAGE);
      } catch (Throwable failure) {
        failures.add(failure);
      }
      long took = System.nanoTime() - begun;
      nanos.recordValue(took);
      slowest.accumulateAndGet(took, Math::max);
    }
  }

  private void end(List<Thread> callers) throws InterruptedException {
    enough.set(true);
    for (Thread each : callers) each.join();
  }

  private ReplicaAddress socket(String name) {
    return new ReplicaAddress.UnixSocket(folder.resolve("own/" + name));
  }
}
