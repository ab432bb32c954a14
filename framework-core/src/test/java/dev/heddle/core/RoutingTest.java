package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Overdrawn;
import dev.heddle.core.fixture.Vault;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

  @ParameterizedTest(name = "copied: {0}")
  @ValueSource(booleans = {false, true})
  void resultsAndDeclaredExceptionsArriveAsTheyAre(boolean copied) throws Overdrawn {
    Account account = started(copied).component("Test", Account.class);
    assertThat(account.withdraw(30)).isEqualTo(70);
    Overdrawn overdrawn = catchThrowableOfType(Overdrawn.class, () -> account.withdraw(142));
    assertThat(overdrawn.missing()).isEqualTo(42);
    assertThat(overdrawn).hasMessage("42 is missing");
  }

  @ParameterizedTest(name = "copied: {0}")
  @ValueSource(booleans = {false, true})
  void anUndeclaredExceptionSaysWhatWasThrownAndWhere(boolean copied) {
    Account account = started(copied).component("Test", Account.class);
    ComponentException failure =
        catchThrowableOfType(ComponentException.class, () -> account.fail("broken"));
    assertThat(failure.component()).isEqualTo("Account");
    assertThat(failure.method()).isEqualTo("fail");
    assertThat(failure.failure()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.failureMessage()).isEqualTo("broken");
    assertThat(failure.location()).contains("PlainAccount.fail(PlainAccount.java:");
  }

  @ParameterizedTest(name = "copied: {0}")
  @ValueSource(booleans = {false, true})
  void aFailureFurtherDownKeepsItsOwnPlace(boolean copied) {
    Account account = started(copied).component("Test", Account.class);
    ComponentException failure =
        catchThrowableOfType(ComponentException.class, () -> account.openVault("wrong"));
    assertThat(failure.component()).isEqualTo("Vault");
    assertThat(failure.failureMessage()).isEqualTo("this key does not turn");
  }

  @ParameterizedTest(name = "copied: {0}")
  @ValueSource(booleans = {false, true})
  void everyCallIsCountedOnceAlongItsEdge(boolean copied) {
    HeddleRuntime runtime = started(copied);
    Account account = runtime.component("Test", Account.class);
    for (int i = 0; i < 500; i++) account.openVault("key");
    assertThatThrownBy(() -> account.fail("once")).isInstanceOf(ComponentException.class);
    assertThat(runtime.edges())
        .extracting(
            EdgeCalls::caller,
            EdgeCalls::callee,
            EdgeCalls::method,
            EdgeCalls::calls,
            EdgeCalls::errors)
        .containsExactly(
            tuple("Account", "Vault", "open", 500L, 0L),
            tuple("Test", "Account", "fail", 1L, 1L),
            tuple("Test", "Account", "openVault", 500L, 0L));
  }

  @Test
  void bytesAreCountedOnlyWhereCallsAreEncoded() {
    for (boolean copied : List.of(false, true)) {
      HeddleRuntime runtime = started(copied);
      runtime.component("Test", Vault.class).open("key");
      long bytes = runtime.edges().getFirst().bytes();
      // The request and the response each hold one string field.
      long expected = copied ? 2 + "key".length() + 2 + "opened with key".length() : 0;
      assertThat(bytes).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "trails: {0}")
  @ValueSource(booleans = {false, true})
  void anArrayIsCopiedWhicheverWayACallGoes(boolean trails) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(RuntimeOptions.DEFAULT.withTrails(trails))
            .build();
    runtime.start();
    byte[] document = {'d'};
    Account account = runtime.component("Test", Account.class);
    assertThat(account.seal(document)).containsExactly('S');
    assertThat(document).containsExactly('d');
  }

  @Test
  void someCallsAreTimed() {
    HeddleRuntime runtime = started(false);
    Vault vault = runtime.component("Test", Vault.class);
    for (int i = 0; i < 100; i++) vault.open("key");
    EdgeCalls edge = runtime.edges().getFirst();
    assertThat(edge.p50Micros()).isPositive();
    assertThat(edge.p99Micros()).isGreaterThanOrEqualTo(edge.p50Micros());
  }

  @Test
  void aPlainLocalCallDoesNotPassTheRouter() {
    assertThat(started(false).component("Test", Account.class).stack())
        .contains("Account_Stub")
        .doesNotContain("CallRouter");
  }

  @Test
  void aCallBeforeTheStartWorksToo() {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.bank()).build();
    assertThat(runtime.component("Test", Account.class).stack()).contains("CallRouter");
  }

  @Test
  void anObserverSeesEveryCall() {
    List<String> seen = new CopyOnWriteArrayList<>();
    CallObserver observer =
        new CallObserver() {
          @Override
          public <R> R observe(
              String caller,
              String callee,
              MethodDescriptor method,
              Placement placement,
              Callable<R> call)
              throws Exception {
            seen.add(caller + " -> " + callee + "." + method.name() + " " + placement.word());
            return call.call();
          }
        };
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.bank()).observer(observer).build();
    runtime.start();
    runtime.component("Test", Account.class).openVault("key");
    assertThat(seen)
        .containsExactly("Test -> Account.openVault local", "Account -> Vault.open local");
  }

  @Test
  void aTrailHoldsTheCallsOfARequestInOrder() {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(RuntimeOptions.DEFAULT.withTrails(true))
            .build();
    runtime.start();
    RequestContext request = runtime.requests().enter("Test", TraceContext.create());
    Account account = runtime.component("Test", Account.class);
    runtime.requests().run(request, () -> account.openVault("key"));
    assertThat(request.trail().orElseThrow().header())
        .isEqualTo("Account.openVault@unknown/local, Vault.open@unknown/local");
  }

  private static HeddleRuntime started(boolean copied) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.bank())
            .options(RuntimeOptions.DEFAULT.withCopyLocalCalls(copied))
            .build();
    runtime.start();
    return runtime;
  }
}
