package dev.heddle.sandbox.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import dev.heddle.sandbox.Probe;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of calls. The module does what the method's number says; 0 answers with the request.
 */
class PooledComponentTest {
  private static final int LOOP = 1;
  private static final int ALLOCATE = 2;
  private static final int RECURSE = 3;
  private static final int CALL = 4;
  private static final int CALL_FOR_EVER = 5;
  private static final int ANSWER_MUCH = 6;
  private static final int TRAP = 7;
  private static final byte[] REQUEST = {4, 5, 6};
  private static final SandboxLimits LIMITS =
      new SandboxLimits(
          1_000_000,
          1 << 20,
          Long.MAX_VALUE,
          Duration.ofSeconds(20),
          500,
          1_000,
          50,
          1_000,
          Integer.MAX_VALUE,
          4);

  private final Watchdog watchdog = new Watchdog();
  private final EndiveEngine engine = new EndiveEngine(Optional.empty());

  @AfterEach
  void stop() {
    watchdog.close();
  }

  @Test
  void answersWithOneInstanceAfterTheOther() {
    PooledComponent component = component(LIMITS);
    for (int i = 0; i < 100; i++) {
      assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
    }
    assertThat(component.figures().instances()).isEqualTo(1);
    assertThat(component.figures().calls()).isEqualTo(100);
    assertThat(component.figures().fuel()).isPositive();
  }

  @Test
  void namesTheLimitThatACallReached() {
    PooledComponent component = component(LIMITS);

    assertLimit(component, LOOP, "fuel", 1_000_000);
    assertLimit(component, ALLOCATE, "allocation", 1 << 20);
    assertLimit(component, RECURSE, "stack-depth", 500);
    assertLimit(component, CALL_FOR_EVER, "host-calls", 50);
    assertLimit(component, ANSWER_MUCH, "response-size", 1_000);
    assertThat(component.figures().discarded()).containsEntry("limit", 5L);
  }

  @Test
  void tellsOfATrapAndAnswersOn() {
    PooledComponent component = component(LIMITS);

    assertThatThrownBy(() -> component.invoke(TRAP, REQUEST))
        .isInstanceOf(SandboxTrapException.class)
        .hasMessageContaining("Probe.");
    assertThat(component.figures().discarded()).containsEntry("trap", 1L);
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void stopsACallAtTheWallClockAndLeavesNoInterrupt() {
    SandboxLimits limits =
        with(LIMITS, Long.MAX_VALUE, Duration.ofMillis(50), 4, Integer.MAX_VALUE);
    PooledComponent component = component(limits);

    assertLimit(component, LOOP, "wall-clock", 50);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void stopsAHostFunctionThatWaitsTooLong() {
    SandboxLimits limits = with(LIMITS, 1_000_000, Duration.ofMillis(50), 4, Integer.MAX_VALUE);
    Grants grants =
        new Grants(
            request -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return request;
            });

    assertLimit(component(limits, grants), CALL, "wall-clock", 50);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leavesACallersOwnInterrupt() {
    PooledComponent component = component(LIMITS);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> component.invoke(LOOP, REQUEST))
        .isInstanceOf(ComponentCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void takesAnotherInstanceWhenACallComesBack() {
    AtomicReference<PooledComponent> itself = new AtomicReference<>();
    PooledComponent component =
        component(LIMITS, new Grants(request -> itself.get().invoke(0, request)));
    itself.set(component);

    assertThat(component.invoke(CALL, REQUEST)).isEqualTo(REQUEST);
    assertThat(component.figures().instances()).isEqualTo(2);
  }

  @Test
  void letsAThousandCallsWaitAtOnce() throws Exception {
    int calls = 1_000;
    CountDownLatch waiting = new CountDownLatch(calls);
    Grants grants =
        new Grants(
            request -> {
              waiting.countDown();
              try {
                // Nobody goes on before all have come here.
                if (!waiting.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("alone");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return request;
            });
    PooledComponent component =
        component(with(LIMITS, 1_000_000, Duration.ofSeconds(60), calls, 1_000), grants);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        answers.add(threads.submit(() -> component.invoke(CALL, REQUEST)));
      }
      for (Future<byte[]> each : answers) assertThat(each.get()).isEqualTo(REQUEST);
    }
  }

  @Test
  void waitsForAnInstanceAndGivesUpInTime() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Grants grants =
        new Grants(
            request -> {
              inside.countDown();
              try {
                leave.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return request;
            });
    PooledComponent component =
        component(with(LIMITS, 1_000_000, Duration.ofMillis(300), 1, 1_000), grants);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> first = threads.submit(() -> component.invoke(CALL, REQUEST));
      inside.await();
      Future<byte[]> second = threads.submit(() -> component.invoke(0, REQUEST));
      assertThatThrownBy(first::get).hasCauseInstanceOf(ComponentLimitException.class);
      Throwable late = catchThrowableOfType(Exception.class, second::get);
      // Whichever came first: the other's instance, or the end of patience.
      if (late != null) assertThat(late).hasCauseInstanceOf(ComponentTimeoutException.class);
      leave.countDown();
    }
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void givesEachCallAFreshInstanceWhereThatIsWanted() {
    PooledComponent component = component(with(LIMITS, 1_000_000, Duration.ofSeconds(9), 4, 1));
    for (int i = 0; i < 5; i++) component.invoke(0, REQUEST);

    assertThat(component.figures().discarded()).containsEntry("calls", 5L);
  }

  @Test
  void replacesAnInstanceThatHasAllocatedItsShare() {
    SandboxLimits limits =
        new SandboxLimits(
            1_000_000, 1 << 20, 1_000, Duration.ofSeconds(9), 500, 1_000, 50, 1_000, 1_000, 4);
    PooledComponent component = component(limits);
    for (int i = 0; i < 100; i++) component.invoke(0, REQUEST);

    assertThat(component.figures().discarded().get("allocation")).isBetween(5L, 50L);
  }

  @Test
  void refusesCallsOnceItIsClosed() {
    PooledComponent component = component(LIMITS);
    component.close();

    assertThatThrownBy(() -> component.invoke(0, REQUEST))
        .isInstanceOf(ComponentUnavailableException.class);
    assertThat(component.figures().instances()).isZero();
  }

  @Test
  void makesAnInstanceAgainAfterAllWereReleased() {
    PooledComponent component = component(LIMITS);
    component.release();
    assertThat(component.figures().instances()).isZero();

    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  private static void assertLimit(
      PooledComponent component, int method, String limit, long allowed) {
    assertThatThrownBy(() -> component.invoke(method, REQUEST))
        .isInstanceOfSatisfying(
            ComponentLimitException.class,
            e -> {
              assertThat(e.limit()).isEqualTo(limit);
              assertThat(e.allowed()).isEqualTo(allowed);
              assertThat(e.component()).isEqualTo("Probe");
            });
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  private static SandboxLimits with(
      SandboxLimits limits, long fuel, Duration wallClock, int instances, int calls) {
    return new SandboxLimits(
        fuel,
        limits.allocation(),
        limits.instanceAllocation(),
        wallClock,
        limits.stackDepth(),
        limits.responseBytes(),
        limits.hostCalls(),
        limits.logBytes(),
        calls,
        instances);
  }

  private PooledComponent component(SandboxLimits limits) {
    return component(limits, Grants.ECHO);
  }

  private PooledComponent component(SandboxLimits limits, Grants grants) {
    return new PooledComponent(
        Probe.specification(grants, limits),
        engine.load(GuestModule.read(module()), GuestAbi.JAVA_1, "probe"),
        watchdog);
  }

  private static byte[] module() {
    HandMade module = new HandMade();
    int call = module.builder.importFunction("heddle", "call", HandMade.CALL);
    int recurse = module.builder.function(HandMade.NOTHING, code -> code.op(0x10, call + 1));
    return module.build(
        code -> {
          on(code, LOOP, () -> code.op(0x03, -64).op(0x0c, 0).op(0x0b));
          on(code, ALLOCATE, () -> code.op(0x41, 1 << 20).op(0xfb07, 0).op(0x1a));
          on(code, RECURSE, () -> code.op(0x10, recurse));
          on(code, CALL, () -> call(code, call).op(0x0f));
          on(
              code,
              CALL_FOR_EVER,
              () -> call(code.op(0x03, -64), call).op(0x1a).op(0x0c, 0).op(0x0b));
          on(code, ANSWER_MUCH, () -> code.op(0x41, 1_001).op(0xfb07, 0).op(0xfb00, 1).op(0x0f));
          on(code, TRAP, () -> code.op(0x00));
          code.op(0x20, 1);
        });
  }

  private static Code call(Code code, int call) {
    return code.op(0x41, 0).op(0x41, 0).op(0x20, 1).op(0x10, call);
  }

  private static void on(Code code, int method, Runnable then) {
    code.op(0x20, 0).op(0x41, method).op(0x46).op(0x04, -64);
    then.run();
    code.op(0x0b);
  }
}
