package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ComponentException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.placements.fixture.Workbench;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replica in another process that is asked for more than it can do. */
@Timeout(300)
class OverloadTest {
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final Duration WARMING = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(8);
  private static final int CALLERS = 16;

  /** Some milliseconds of work in the sandbox. */
  private static final int ROUNDS = 300_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void doesMostOfWhatItCanWhenAskedForThriceAndRecoversInFiveSeconds() throws Exception {
    ReplicaAddress socket = new ReplicaAddress.UnixSocket(folder.resolve("own/replica"));
    Path notes = folder.resolve("journal");
    try (GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);
        ReplicaProcess replica = new ReplicaProcess(socket, notes, Optional.empty());
        HeddleRuntime application =
            Applications.start(
                RuntimeOptions.DEFAULT
                    .withPlacement(Placement.REMOTE)
                    .withRequestDeadline(DEADLINE),
                new FileJournal(notes, () -> {}),
                Optional.of(Applications.replicas(transport, socket)))) {
      Workbench workbench = application.component("(test)", Workbench.class);
      // Outside of any request, so without a deadline.
      workbench.grind(ROUNDS);
      busy(application, workbench, WARMING);
      double capacity = busy(application, workbench, MEASURED);
      Arrivals overload = Arrivals.at(3 * capacity, MEASURED, () -> grind(application, workbench));
      Arrivals.at(capacity / 2, Duration.ofSeconds(5), () -> grind(application, workbench));
      Arrivals after =
          Arrivals.at(capacity / 2, Duration.ofSeconds(3), () -> grind(application, workbench));
      System.out.printf(
          "it can do %.0f a second; asked for %.0f it did %.0f; afterwards %d of %d%n",
          capacity, 3 * capacity, overload.doneEachSecond(), after.done(), after.begun());
      assertThat(overload.doneEachSecond()).isGreaterThan(0.8 * capacity);
      assertThat(after.done()).isEqualTo(after.begun());
    }
  }

  private static boolean grind(HeddleRuntime application, Workbench workbench) {
    RequestContext request = application.requests().enter("(test)", TraceContext.create());
    try {
      return application.requests().run(request, () -> workbench.grind(ROUNDS) != 0);
    } catch (ComponentException refused) {
      return false;
    }
  }

  /** How many calls a second a few callers get done that do nothing else. */
  private static double busy(HeddleRuntime application, Workbench workbench, Duration lasts) {
    AtomicLong done = new AtomicLong();
    long end = System.nanoTime() + lasts.toNanos();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(
            () -> {
              while (System.nanoTime() < end) {
                if (grind(application, workbench)) done.incrementAndGet();
              }
            });
      }
    }
    return done.get() * 1e9 / lasts.toNanos();
  }

  /**
   * Calls that come whether or not those before have ended.
   *
   * @param lasted for how long they came
   */
  private record Arrivals(long begun, long done, Duration lasted) {

    interface Call {
      boolean done();
    }

    static Arrivals at(double eachSecond, Duration lasts, Call call) {
      AtomicLong done = new AtomicLong();
      long begun = 0;
      long start = System.nanoTime();
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        while (System.nanoTime() - start < lasts.toNanos()) {
          double due = (System.nanoTime() - start) / 1e9 * eachSecond;
          for (; begun < due; begun++) {
            callers.execute(
                () -> {
                  if (call.done()) done.incrementAndGet();
                });
          }
          LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
      }
      return new Arrivals(begun, done.get(), lasts);
    }

    double doneEachSecond() {
      return done * 1e9 / lasted.toNanos();
    }
  }
}
