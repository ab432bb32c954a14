package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentException;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Vault;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** Copied calls run apart from their caller's thread, as calls between processes do. */
@Timeout(30)
class SeparateCallTest {
  private static final ThreadLocal<String> BOUND = ThreadLocal.withInitial(() -> "nothing");

  @Test
  void whatIsBoundToTheCallersThreadDoesNotReachTheCallee() {
    Vault vault = copied(key -> BOUND.get());
    BOUND.set("a transaction");

    assertThat(vault.open("key")).isEqualTo("nothing");
  }

  @Test
  void theRequestsContextReachesTheCallee() {
    HeddleRuntime runtime =
        started(key -> RequestContext.current().orElseThrow().trace().traceId());
    RequestContext request = runtime.requests().enter("Test", TraceContext.create());

    String seen =
        runtime.requests().run(request, () -> runtime.component("Test", Vault.class).open("key"));

    assertThat(seen).isEqualTo(request.trace().traceId());
  }

  @Test
  void whatStandsBesideTheCallersLogLinesStandsBesideTheCallees() {
    Vault vault = copied(key -> String.valueOf(MDC.get("traceId")));
    try (MDC.MDCCloseable unused = MDC.putCloseable("traceId", "4711")) {
      assertThat(vault.open("key")).isEqualTo("4711");
    }
    assertThat(vault.open("key")).isEqualTo("null");
  }

  @Test
  void whatTheCalleeThrowsReachesTheCaller() {
    Vault vault =
        copied(
            key -> {
              throw new IllegalStateException("the lock is stuck");
            });

    assertThatThrownBy(() -> vault.open("key"))
        .isInstanceOf(ComponentException.class)
        .hasMessageContaining("the lock is stuck");
  }

  @Test
  void anInterruptOfTheCallerReachesTheCalleeAndStays() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    Vault vault =
        copied(
            key -> {
              inside.countDown();
              try {
                new CountDownLatch(1).await();
                return "never";
              } catch (InterruptedException expected) {
                return "interrupted";
              }
            });
    AtomicReference<String> answer = new AtomicReference<>("");
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> answer.set(vault.open("key") + " " + Thread.currentThread().isInterrupted()));
    inside.await();

    caller.interrupt();

    caller.join();
    assertThat(answer.get()).isEqualTo("interrupted true");
  }

  private static Vault copied(Vault vault) {
    return started(vault).component("Test", Vault.class);
  }

  private static HeddleRuntime started(Vault vault) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(RuntimeOptions.DEFAULT.withCopyLocalCalls(true))
            .implementation(Vault.class, () -> vault)
            .build();
    runtime.start();
    return runtime;
  }
}
