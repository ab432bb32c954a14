package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Vault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

@Timeout(30)
class DeadlineTest {

  @Test
  void aCancelledRequestMakesNoFurtherCallAndOthersGoOnDirectly() {
    HeddleRuntime runtime = started(RuntimeOptions.DEFAULT, key -> key);
    Account account = runtime.component("Test", Account.class);
    RequestContext request = runtime.requests().enter("Test", TraceContext.create());
    runtime
        .requests()
        .run(
            request,
            () -> {
              assertThat(account.stack()).doesNotContain("CallRouter");
              request.cancel();
              assertThatThrownBy(account::stack)
                  .isInstanceOf(ComponentCancelledException.class)
                  .hasMessageContaining("Account.stack");
              return true;
            });
    assertThat(account.stack()).doesNotContain("CallRouter");
  }

  @Test
  void aRequestPastItsDeadlineMakesNoFurtherCall() {
    RuntimeOptions hurried = RuntimeOptions.DEFAULT.withRequestDeadline(Duration.ofMillis(1));
    HeddleRuntime runtime = started(hurried, key -> key);
    Account account = runtime.component("Test", Account.class);
    RequestContext request = runtime.requests().enter("Test", TraceContext.create());
    runtime
        .requests()
        .run(
            request,
            () -> {
              // The direct path is left by the timer's thread, soon after the deadline.
              AtomicReference<Optional<ComponentException>> refused =
                  new AtomicReference<>(Optional.empty());
              while (refused.get().isEmpty()) refused.set(attempt(account));
              assertThat(refused.get().orElseThrow())
                  .isInstanceOf(ComponentTimeoutException.class)
                  .hasMessageContaining("the deadline of 1 ms passed");
              return true;
            });
    assertThat(request.remaining()).isZero();
    assertThat(account.stack()).doesNotContain("CallRouter");
  }

  @Test
  void aSlowComponentWithADeadlineDoesNotHoldItsCallerUp() {
    CountDownLatch interrupted = new CountDownLatch(1);
    HeddleRuntime runtime =
        started(
            withDeadline("Vault", Duration.ofMillis(20)),
            key -> {
              try {
                Thread.sleep(Duration.ofMinutes(1));
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
              return key;
            });
    Vault vault = runtime.component("Test", Vault.class);
    assertThatThrownBy(() -> vault.open("key"))
        .isInstanceOf(ComponentTimeoutException.class)
        .hasMessageContaining("Vault.open: no answer within 20 ms");
    await(interrupted);
    assertThat(runtime.edges().getFirst().errors()).isEqualTo(1);
  }

  @Test
  void whatStandsBesideTheCallersLogLinesStandsBesideTheCallees() {
    HeddleRuntime runtime =
        started(
            withDeadline("Vault", Duration.ofMinutes(1)),
            key -> String.valueOf(MDC.get("traceId")));
    try (MDC.MDCCloseable unused = MDC.putCloseable("traceId", "4711")) {
      assertThat(runtime.component("Test", Vault.class).open("key")).isEqualTo("4711");
    }
  }

  @Test
  void whatALateCalleeCallsAfterwardsIsRefused() {
    CountDownLatch refused = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    AtomicReference<Account> account = new AtomicReference<>();
    HeddleRuntime runtime =
        started(
            withDeadline("Vault", Duration.ofMillis(20)),
            key -> {
              while (over.getCount() > 0) {
                if (attempt(account.get()).isPresent()) refused.countDown();
              }
              return key;
            });
    account.set(runtime.component("Vault", Account.class));
    Vault vault = runtime.component("Test", Vault.class);
    RequestContext request = runtime.requests().enter("Test", TraceContext.create());
    runtime
        .requests()
        .run(
            request,
            () -> {
              assertThatThrownBy(() -> vault.open("key"))
                  .isInstanceOf(ComponentTimeoutException.class);
              await(refused);
              over.countDown();
              // The request itself may go on: only the one call was late.
              assertThat(account.get().stack()).isNotEmpty();
              return true;
            });
  }

  @Test
  void anInterruptedCallerStopsWaitingAndStaysInterrupted() {
    HeddleRuntime runtime =
        started(
            withDeadline("Vault", Duration.ofMinutes(1)),
            key -> {
              try {
                Thread.sleep(Duration.ofMinutes(1));
              } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
              }
              return key;
            });
    Vault vault = runtime.component("Test", Vault.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> vault.open("key")).isInstanceOf(ComponentCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aComponentWithADeadlineFailsAsOthersDo() {
    HeddleRuntime runtime =
        started(
            withDeadline("Vault", Duration.ofMinutes(1)),
            key -> {
              throw new IllegalStateException("rusty");
            });
    assertThatThrownBy(() -> runtime.component("Test", Vault.class).open("key"))
        .isExactlyInstanceOf(ComponentException.class)
        .hasMessageContaining("java.lang.IllegalStateException: rusty");
  }

  @Test
  void anInnerContextIsAllowedNoMoreThanItsOuterOne() {
    RequestContext outer =
        RequestContext.entering(
            "Test",
            TraceContext.create(),
            Optional.empty(),
            Duration.ofSeconds(5),
            Optional.empty());
    assertThat(outer.within(Duration.ofHours(1)).remaining())
        .isLessThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(outer.within(Duration.ofSeconds(1)).remaining())
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void cancellingARequestCancelsTheCallsWithinIt() {
    RequestContext outer =
        RequestContext.entering(
            "Test",
            TraceContext.create(),
            Optional.empty(),
            Duration.ofSeconds(5),
            Optional.empty());
    RequestContext inner = outer.within(Duration.ofSeconds(1));
    outer.cancel();
    assertThat(inner.stopped()).isTrue();
  }

  private static Optional<ComponentException> attempt(Account account) {
    try {
      account.stack();
      return Optional.empty();
    } catch (ComponentException refused) {
      return Optional.of(refused);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static RuntimeOptions withDeadline(String component, Duration deadline) {
    return RuntimeOptions.DEFAULT.withComponents(
        Map.of(component, ComponentOptions.NONE.withDeadline(deadline)));
  }

  private static HeddleRuntime started(RuntimeOptions options, Vault vault) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(options)
            .implementation(Vault.class, () -> vault)
            .build();
    runtime.start();
    return runtime;
  }
}
