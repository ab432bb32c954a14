package dev.heddle.benchmarks.remote;

import dev.heddle.component.ComponentUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * Callers on virtual threads, each of which makes its next call when it has the answer to the last.
 * The answer to one is the beginning of the next, so one look at the clock a call is enough. Each
 * calls at least once. Calls that the server refuses are counted, and are no calls otherwise.
 */
final class ClosedLoop {
  private static final int CALLS_A_REQUEST = 100;
  private static final int NONE = -1;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** One percent, so that what all callers note stays in the processor's cache. */
  private static final int DIGITS = 2;

  private final Caller caller;
  private final Operation operation;
  private final Plan plan;
  private final Supplier<Usage> server;
  private final AtomicLongArray refused;
  private volatile int window = NONE;
  private volatile boolean ended;

  /** The state of things between two windows. */
  private record Mark(long nanoTime, Usage caller, Usage server) {}

  private ClosedLoop(Caller caller, Operation operation, Plan plan, Supplier<Usage> server) {
    this.caller = caller;
    this.operation = operation;
    this.plan = plan;
    this.server = server;
    this.refused = new AtomicLongArray(plan.windows());
  }

  /**
   * Calls as planned.
   *
   * @param server tells what the serving process has used so far
   * @return the plan's windows
   * @throws ExecutionException when a call fails
   */
  static List<Window> run(Caller caller, Operation operation, Plan plan, Supplier<Usage> server)
      throws ExecutionException, InterruptedException {
    return new ClosedLoop(caller, operation, plan, server).run();
  }

  private List<Window> run() throws ExecutionException, InterruptedException {
    List<IntCountsHistogram[]> latencies = new ArrayList<>();
    List<Future<?>> callers = new ArrayList<>();
    for (int i = 0; i < plan.callers(); i++) {
      IntCountsHistogram[] own =
          Stream.generate(() -> new IntCountsHistogram(LONGEST_NANOS, DIGITS))
              .limit(plan.windows())
              .toArray(IntCountsHistogram[]::new);
      latencies.add(own);
      callers.add(start(own));
    }
    List<Mark> marks = watch();
    for (Future<?> each : callers) each.get();
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < plan.windows(); i++) {
      Histogram all = new Histogram(LONGEST_NANOS, DIGITS);
      for (IntCountsHistogram[] own : latencies) all.add(own[i]);
      windows.add(between(marks.get(i), marks.get(i + 1), refused.get(i), all));
    }
    return windows;
  }

  private List<Mark> watch() throws InterruptedException {
    List<Mark> marks = new ArrayList<>();
    try {
      pause(plan.settling());
      for (int i = 0; i < plan.windows(); i++) {
        marks.add(mark());
        window = i;
        pause(plan.window());
      }
      marks.add(mark());
    } finally {
      window = NONE;
      ended = true;
    }
    return marks;
  }

  private static void pause(Duration length) throws InterruptedException {
    Thread.sleep(length);
  }

  private Mark mark() {
    return new Mark(System.nanoTime(), Usage.now(), server.get());
  }

  private static Window between(Mark begin, Mark end, long refused, Histogram latencies) {
    return new Window(
        end.nanoTime() - begin.nanoTime(),
        end.caller().since(begin.caller()),
        end.server().since(begin.server()),
        refused,
        latencies);
  }

  private Future<?> start(IntCountsHistogram[] latencies) {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              do caller.request(() -> request(latencies));
              while (!ended);
              return true;
            });
    Thread.startVirtualThread(task);
    return task;
  }

  private void request(IntCountsHistogram[] latencies) throws Exception {
    long begun = System.nanoTime();
    int calls = 0;
    do {
      boolean taken = taken(calls);
      long answered = System.nanoTime();
      int now = window;
      if (now != NONE) {
        if (taken) latencies[now].recordValue(Math.min(answered - begun, LONGEST_NANOS));
        else refused.incrementAndGet(now);
      }
      begun = answered;
    } while (++calls < CALLS_A_REQUEST && !ended);
  }

  /** Makes a call; a server with too much to do may refuse it. */
  private boolean taken(int call) throws Exception {
    try {
      operation.call(caller, call);
      return true;
    } catch (ComponentUnavailableException overloaded) {
      return false;
    }
  }
}
