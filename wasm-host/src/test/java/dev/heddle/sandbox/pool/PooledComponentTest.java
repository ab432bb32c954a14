package dev.heddle.sandbox.pool;

import static dev.heddle.sandbox.pool.Doing.ALLOCATE;
import static dev.heddle.sandbox.pool.Doing.ANSWER_MUCH;
import static dev.heddle.sandbox.pool.Doing.CALL;
import static dev.heddle.sandbox.pool.Doing.CALL_FOR_EVER;
import static dev.heddle.sandbox.pool.Doing.LIMITS;
import static dev.heddle.sandbox.pool.Doing.LOOP;
import static dev.heddle.sandbox.pool.Doing.RECURSE;
import static dev.heddle.sandbox.pool.Doing.REQUEST;
import static dev.heddle.sandbox.pool.Doing.TRAP;
import static dev.heddle.sandbox.pool.Doing.assertLimit;
import static dev.heddle.sandbox.pool.Doing.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final Doing doing = new Doing();

  @AfterEach
  void stop() {
    doing.close();
  }

  @Test
  void answersWithOneInstanceAfterTheOther() {
    PooledComponent component = doing.component(LIMITS);
    for (int i = 0; i < 100; i++) {
      assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
    }
    assertThat(component.figures().instances()).isEqualTo(1);
    assertThat(component.figures().calls()).isEqualTo(100);
    assertThat(component.figures().fuel()).isPositive();
  }

  @Test
  void namesTheLimitThatACallReached() {
    PooledComponent component = doing.component(LIMITS);

    assertLimit(component, LOOP, "fuel", 1_000_000);
    assertLimit(component, ALLOCATE, "allocation", 1 << 20);
    assertLimit(component, RECURSE, "stack-depth", 500);
    assertLimit(component, CALL_FOR_EVER, "host-calls", 50);
    assertLimit(component, ANSWER_MUCH, "response-size", 1_000);
    assertThat(component.figures().discarded()).containsEntry("limit", 5L);
  }

  @Test
  void tellsOfATrapAndAnswersOn() {
    PooledComponent component = doing.component(LIMITS);

    assertThatThrownBy(() -> component.invoke(TRAP, REQUEST))
        .isInstanceOf(SandboxTrapException.class)
        .hasMessageContaining("Probe.");
    assertThat(component.figures().discarded()).containsEntry("trap", 1L);
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void takesAnotherInstanceWhenACallComesBack() {
    AtomicReference<PooledComponent> itself = new AtomicReference<>();
    PooledComponent component =
        doing.component(LIMITS, new Grants(request -> itself.get().invoke(0, request)));
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
        doing.component(with(1_000_000, Duration.ofSeconds(60), calls, 1_000), grants);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        answers.add(threads.submit(() -> component.invoke(CALL, REQUEST)));
      }
      for (Future<byte[]> each : answers) assertThat(each.get()).isEqualTo(REQUEST);
    }
  }

  @Test
  void letsManyCallersShareAFewInstancesAndLosesNone() throws Exception {
    PooledComponent component = doing.component(with(1_000_000, Duration.ofSeconds(60), 2, 10_000));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(
            callers.submit(
                () -> {
                  for (int call = 0; call < 500; call++) component.invoke(0, REQUEST);
                }));
      }
      for (Future<?> each : all) each.get();
    }
    assertThat(component.figures().calls()).isEqualTo(16 * 500);
    assertThat(component.figures().instances()).isBetween(1, 2);
    component.release();
    assertThat(component.figures().instances()).isZero();
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void givesEachCallAFreshInstanceWhereThatIsWanted() {
    PooledComponent component = doing.component(with(1_000_000, Duration.ofSeconds(9), 4, 1));
    for (int i = 0; i < 5; i++) component.invoke(0, REQUEST);

    assertThat(component.figures().discarded()).containsEntry("calls", 5L);
  }

  @Test
  void replacesAnInstanceThatHasAllocatedItsShare() {
    SandboxLimits limits =
        new SandboxLimits(
            1_000_000, 1 << 20, 1_000, Duration.ofSeconds(9), 500, 1_000, 50, 1_000, 1_000, 4);
    PooledComponent component = doing.component(limits);
    for (int i = 0; i < 100; i++) component.invoke(0, REQUEST);

    assertThat(component.figures().discarded().get("allocation")).isBetween(5L, 50L);
  }

  @Test
  void refusesCallsOnceItIsClosed() {
    PooledComponent component = doing.component(LIMITS);
    component.close();

    assertThatThrownBy(() -> component.invoke(0, REQUEST))
        .isInstanceOf(ComponentUnavailableException.class);
    assertThat(component.figures().instances()).isZero();
  }

  @Test
  void makesAnInstanceAgainAfterAllWereReleased() {
    PooledComponent component = doing.component(LIMITS);
    component.release();
    assertThat(component.figures().instances()).isZero();

    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }
}
