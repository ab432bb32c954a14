package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heddle.component.ComponentException;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.capability.EmbeddedKeyValueStore;
import dev.heddle.core.capability.GeneratorRandomSource;
import dev.heddle.core.capability.ScopedKeyValueStore;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Feed;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Overdrawn;
import dev.heddle.core.fixture.Teller;
import dev.heddle.core.fixture.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SandboxedPlacementTest {
  private static final Instant NOW = Instant.parse("1969-12-31T23:59:58.999999999Z");

  private final SkeletonSandbox sandbox = new SkeletonSandbox();
  private final List<String> lines = new ArrayList<>();

  @Test
  void aCallOutOfTheSandboxIsCountedAlongItsEdge() {
    HeddleRuntime runtime = bank();
    runtime.place("Account", Placement.SANDBOXED, "for the test");
    Account account = runtime.component("Test", Account.class);
    assertThat(account.openVault("key")).isEqualTo("opened with key");
    ComponentException failure =
        catchThrowableOfType(ComponentException.class, () -> account.openVault("wrong"));
    assertThat(failure.component()).isEqualTo("Vault");
    assertThat(failure.failureMessage()).isEqualTo("this key does not turn");
    assertThat(runtime.edges())
        .extracting(EdgeCalls::caller, EdgeCalls::callee, EdgeCalls::calls, EdgeCalls::errors)
        .containsExactly(tuple("Account", "Vault", 2L, 1L), tuple("Test", "Account", 2L, 1L));
  }

  @Test
  void statusSaysWhereAndWhy() {
    HeddleRuntime runtime = bank();
    long epoch = runtime.status().epoch();
    runtime.place("Account", Placement.SANDBOXED, "asked for");
    Status status = runtime.status();
    assertThat(status.epoch()).isEqualTo(epoch + 1);
    assertThat(status.components())
        .extracting(Status.Component::name, Status.Component::placement, Status.Component::reason)
        .contains(
            tuple("Account", "sandboxed", "asked for"),
            tuple("Vault", "local", "the application is one process"));
    runtime.placeAsConfigured("Account");
    assertThat(runtime.status().components().getFirst().placement()).isEqualTo("local");
    assertThat(sandbox.events).containsExactly("open Account", "release Account");
  }

  @Test
  void noCallFailsWhileItsCalleeMoves() throws Exception {
    HeddleRuntime runtime = bank();
    Account account = runtime.component("Test", Account.class);
    AtomicBoolean enough = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> callers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        callers.add(
            threads.submit(
                () -> {
                  long calls = 0;
                  while (!enough.get()) {
                    assertThat(account.openVault("key")).isEqualTo("opened with key");
                    calls++;
                  }
                  return calls;
                }));
      }
      for (int i = 0; i < 200; i++) {
        runtime.place("Account", i % 2 == 0 ? Placement.SANDBOXED : Placement.LOCAL, "move " + i);
      }
      enough.set(true);
      long calls = 0;
      for (Future<Long> caller : callers) calls += caller.get();
      long counted =
          runtime.edges().stream()
              .filter(edge -> edge.caller().equals("Test"))
              .mapToLong(EdgeCalls::calls)
              .sum();
      assertThat(counted).isEqualTo(calls);
    }
  }

  @Test
  void refusesWhatThisProcessCannotOffer() {
    HeddleRuntime runtime = bank();
    assertThatThrownBy(() -> runtime.place("Vault", Placement.SANDBOXED, "no module"))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("no WebAssembly module of dev.heddle.core.fixture.SteelVault")
        .hasMessageContaining("heddle-maven-plugin");
    assertThatThrownBy(() -> runtime.place("Vault", Placement.REMOTE, "no replicas"))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("use local or sandboxed");
    assertThatThrownBy(() -> runtime.place("Volt", Placement.LOCAL, "a misspelling"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Volt");
    assertThat(runtime.component("Test", Vault.class).open("key")).isEqualTo("opened with key");
    HeddleRuntime without = HeddleRuntime.builder(Fixtures.bank()).build();
    assertThatThrownBy(() -> without.place("Account", Placement.SANDBOXED, "no sandbox"))
        .hasMessageContaining("dev.heddle:wasm-host");
  }

  @Test
  void whatIsPinnedMustBePossibleAndWhatIsUsualNeedNotBe() {
    RuntimeOptions pinned =
        RuntimeOptions.DEFAULT.withComponents(
            Map.of("Vault", ComponentOptions.NONE.withPlacement(Placement.SANDBOXED)));
    assertThatThrownBy(
            () -> HeddleRuntime.builder(Fixtures.bank()).options(pinned).sandbox(sandbox).build())
        .isInstanceOf(AssemblyException.class)
        .hasMessageContaining("Vault is to be sandboxed");
    HeddleRuntime usual =
        HeddleRuntime.builder(Fixtures.bank())
            .options(RuntimeOptions.DEFAULT.withPlacement(Placement.SANDBOXED))
            .sandbox(sandbox)
            .build();
    usual.start();
    assertThat(usual.status().components())
        .extracting(Status.Component::placement, Status.Component::reason)
        .containsExactly(
            tuple("sandboxed", "heddle.placement is sandboxed"),
            tuple("local", "heddle.placement is sandboxed, and it cannot be"));
    assertThat(sandbox.events).containsExactly("open Account");
    usual.close();
    assertThat(sandbox.events).contains("close");
  }

  @Test
  void aGuestUsesWhatItIsGranted() {
    Teller teller = teller();
    assertThat(teller.note("a", "first")).isEqualTo("nothing");
    assertThat(teller.note("a", "zweite ✓")).isEqualTo("first");
    assertThat(teller.note("a", "")).isEqualTo("zweite ✓");
    assertThat(teller.now()).isEqualTo(NOW);
    assertThat(teller.rates()).matches("7\\.5, [0-5]");
    assertThat(lines).containsExactly("INFO noted first", "INFO noted zweite ✓", "INFO noted ");
  }

  @Test
  void aGuestIsToldThatAnArgumentIsWrong() {
    ComponentException failure =
        catchThrowableOfType(ComponentException.class, () -> teller().note("", "no key"));
    assertThat(failure.component()).isEqualTo("Teller");
    assertThat(failure.failure()).isEqualTo("java.lang.IllegalArgumentException");
  }

  @Test
  void streamsLeaveAndEnterTheSandbox() throws Overdrawn {
    Teller teller = teller();
    assertThat(teller.sum(100, false)).isEqualTo(4950);
    assertThat(teller.sum(100, true)).isEqualTo(55);
    Overdrawn overdrawn = catchThrowableOfType(Overdrawn.class, () -> teller.sum(-3, false));
    assertThat(overdrawn.missing()).isEqualTo(3);
  }

  @Test
  void streamsGoFromSandboxToSandbox() throws Overdrawn {
    HeddleRuntime runtime = tellers();
    runtime.place("Feed", Placement.SANDBOXED, "too");
    assertThat(runtime.component("Test", Teller.class).sum(100, false)).isEqualTo(4950);
    Feed feed = runtime.component("Test", Feed.class);
    assertThatThrownBy(() -> feed.numbers(-3)).isInstanceOf(Overdrawn.class);
    try (var numbers = feed.numbers(1_000_000)) {
      assertThat(numbers.next()).isZero();
    }
  }

  @Test
  void anotherGrantThanThoseOfTheConstructorIsRefused() {
    HeddleRuntime runtime = tellers();
    RouterGrants grants =
        new RouterGrants(
            List.of(new RouterGrants.Clock(InstantSource.fixed(NOW)), new RouterGrants.Absent()),
            false,
            runtime.options().limits());
    byte[] nothing = {};
    assertThatThrownBy(() -> grants.call(2, 0, nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("grant 2");
    assertThatThrownBy(() -> grants.call(-1, 0, nothing))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grants.call(0, 0, nothing))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grants.instant(1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(grants.present(0)).isTrue();
    assertThat(grants.present(1)).isFalse();
    assertThat(grants.clock()).isTrue();
    assertThat(grants.random()).isFalse();
  }

  private HeddleRuntime bank() {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.bank()).sandbox(sandbox).build();
    runtime.start();
    return runtime;
  }

  private Teller teller() {
    return tellers().component("Test", Teller.class);
  }

  private HeddleRuntime tellers() {
    KeyValueStore store = new ScopedKeyValueStore(EmbeddedKeyValueStore.inMemory(), "Teller");
    Log log = (level, line) -> lines.add(level + " " + line);
    RandomSource dice = new GeneratorRandomSource(new Random(4));
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.teller())
            .options(
                RuntimeOptions.DEFAULT.withComponents(
                    Map.of(
                        "Teller",
                        ComponentOptions.NONE
                            .withSettings(Map.of("flat-rate", "7.5"))
                            .withPlacement(Placement.SANDBOXED),
                        "Banner",
                        ComponentOptions.NONE.withImplementation("none"))))
            .capability(KeyValueStore.class, component -> store)
            .capability(InstantSource.class, component -> InstantSource.fixed(NOW))
            .capability(RandomSource.class, component -> dice)
            .capability(Log.class, component -> log)
            .sandbox(sandbox)
            .build();
    runtime.start();
    return runtime;
  }
}
