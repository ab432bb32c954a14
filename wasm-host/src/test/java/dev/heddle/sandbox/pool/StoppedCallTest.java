package dev.heddle.sandbox.pool;

import static dev.heddle.sandbox.pool.Doing.CALL;
import static dev.heddle.sandbox.pool.Doing.CALL_FOR_EVER;
import static dev.heddle.sandbox.pool.Doing.LIMITS;
import static dev.heddle.sandbox.pool.Doing.LOOP;
import static dev.heddle.sandbox.pool.Doing.REQUEST;
import static dev.heddle.sandbox.pool.Doing.assertLimit;
import static dev.heddle.sandbox.pool.Doing.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.Requests;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that are stopped from outside of the guest. */
class StoppedCallTest {
  private static final SandboxLimits PATIENT =
      with(Long.MAX_VALUE, Duration.ofSeconds(60), 4, Integer.MAX_VALUE);

  private final Doing doing = new Doing();

  @AfterEach
  void stop() {
    doing.close();
  }

  @Test
  void stopsAGuestWhenTheRequestsDeadlinePasses() {
    PooledComponent component = doing.component(PATIENT);
    try (HeddleRuntime runtime = runtime(Duration.ofMillis(60))) {
      Requests requests = runtime.requests();
      RequestContext request = requests.enter("test", TraceContext.create());

      assertThatThrownBy(() -> requests.run(request, () -> component.invoke(LOOP, REQUEST)))
          .isInstanceOf(ComponentTimeoutException.class)
          .hasMessageContaining("the request's deadline passed");
    }
    assertStopped(component);
  }

  @Test
  void stopsAGuestWhoseRequestIsCancelled() {
    try (HeddleRuntime runtime = runtime(Duration.ofMinutes(1))) {
      Requests requests = runtime.requests();
      RequestContext request = requests.enter("test", TraceContext.create());
      // It is cancelled while the guest runs, and goes on calling.
      Grants cancelling =
          new Grants(
              message -> {
                request.cancel();
                return message;
              });
      SandboxLimits chatty =
          new SandboxLimits(
              Long.MAX_VALUE,
              Long.MAX_VALUE,
              Long.MAX_VALUE,
              Duration.ofSeconds(60),
              500,
              1_000,
              Integer.MAX_VALUE,
              1_000,
              Integer.MAX_VALUE,
              4);
      PooledComponent component = doing.component(chatty, cancelling);

      assertThatThrownBy(
              () -> requests.run(request, () -> component.invoke(CALL_FOR_EVER, REQUEST)))
          .isInstanceOf(ComponentCancelledException.class)
          .hasMessageContaining("the request was cancelled");
      assertStopped(component);
    }
  }

  private static void assertStopped(PooledComponent component) {
    assertThat(component.figures().discarded()).containsEntry("stopped", 1L);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  private static HeddleRuntime runtime(Duration deadline) {
    RuntimeOptions options = RuntimeOptions.DEFAULT.withRequestDeadline(deadline);
    ComponentCatalog empty = new ComponentCatalog(List.of(), List.of());
    return HeddleRuntime.builder(empty).options(options).build();
  }

  @Test
  void stopsACallAtTheWallClockAndLeavesNoInterrupt() {
    SandboxLimits limits = with(Long.MAX_VALUE, Duration.ofMillis(50), 4, Integer.MAX_VALUE);
    PooledComponent component = doing.component(limits);

    assertLimit(component, LOOP, "wall-clock", 50);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void stopsAHostFunctionThatWaitsTooLong() {
    SandboxLimits limits = with(1_000_000, Duration.ofMillis(50), 4, Integer.MAX_VALUE);
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

    assertLimit(doing.component(limits, grants), CALL, "wall-clock", 50);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leavesACallersOwnInterrupt() {
    // So much that nothing but the interrupt ends the loop.
    SandboxLimits limits =
        with(Long.MAX_VALUE, Duration.ofSeconds(60), 4, LIMITS.callsPerInstance());
    PooledComponent component = doing.component(limits);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> component.invoke(LOOP, REQUEST))
        .isInstanceOf(ComponentCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
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
        doing.component(with(1_000_000, Duration.ofMillis(300), 1, 1_000), grants);
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
}
