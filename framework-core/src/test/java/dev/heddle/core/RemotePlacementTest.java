package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.ValueStream;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Feed;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Ledger;
import dev.heddle.core.fixture.Overdrawn;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Refusal;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.Replicas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemotePlacementTest {
  private static final String FIRST = "first:1";
  private static final String SECOND = "second:1";

  private final LoopbackTransport transport = new LoopbackTransport();
  private final LoopbackTransport.Line first = transport.line(FIRST);
  private final LoopbackTransport.Line second = transport.line(SECOND);

  @Test
  void aCallThatNoReplicaBeganGoesToAnother() {
    first.to(replica("one", Fixtures.bank()));
    second.to(replica("two", Fixtures.bank()));
    Account account = application(FIRST, SECOND).component("Test", Account.class);
    for (Reason reason : Reason.values()) {
      first.refusal = reason;
      first.refusing.set(20);
      for (int i = 0; i < 20; i++) assertThat(account.openVault("key")).isNotEmpty();
      first.refusing.set(0);
    }
    assertThat(first.arrived.get() + second.arrived.get()).isEqualTo(20 * Reason.values().length);
  }

  @Test
  void aCallThatMayHaveBeenMadeIsNotMadeAgain() {
    first.to(replica("one", Fixtures.bank()));
    second.to(replica("two", Fixtures.bank()));
    first.losing.set(1);
    second.losing.set(1);
    Account account = application(FIRST, SECOND).component("Test", Account.class);
    assertThatThrownBy(() -> account.openVault("key"))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("Account.openVault")
        .hasMessageContaining("lost during the call")
        .hasMessageContaining("somebody cut the line");
    assertThat(first.arrived.get() + second.arrived.get()).isEqualTo(1);
  }

  @Test
  void aCallOfAnIdempotentMethodIsMadeAgain() {
    first.to(replica("one", Fixtures.ledger()));
    first.losing.set(2);
    Ledger ledger = ledger(FIRST);
    assertThat(ledger.balance("Ada")).isEqualTo("Ada has nothing");
    assertThat(first.arrived).hasValue(3);
    first.losing.set(3);
    assertThatThrownBy(() -> ledger.balance("Ada"))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("3 times");
    assertThat(first.arrived).hasValue(6);
  }

  @Test
  void equalRoutingKeysGoToOneReplicaWhileItTakesThem() {
    first.to(replica("one", Fixtures.ledger()));
    second.to(replica("two", Fixtures.ledger()));
    Ledger ledger = ledger(FIRST, SECOND);
    for (int i = 0; i < 20; i++) ledger.balance("Ada");
    assertThat(List.of(first.arrived.get(), second.arrived.get())).contains(0, 20);
    LoopbackTransport.Line preferred = first.arrived.get() == 20 ? first : second;
    preferred.refusing.set(1);
    ledger.balance("Ada");
    ledger.balance("Ada");
    assertThat(preferred.arrived).hasValue(21);
  }

  @Test
  void aCallWaitsForAReplicaThatComesBack() {
    HeddleRuntime application = application(FIRST);
    Account account = application.component("Test", Account.class);
    Thread.ofVirtual().start(() -> first.to(replica("one", Fixtures.bank())));
    assertThat(account.openVault("key")).isEqualTo("opened with key");
  }

  @Test
  void aReplicaThatIsGoneThoughItsViewDoesNotSayItYetIsWaitedFor() {
    first.to(replica("one", Fixtures.bank()));
    first.refusal = Reason.NOT_CONNECTED;
    first.refusing.set(3);
    Account account = application(FIRST).component("Test", Account.class);
    assertThat(account.openVault("key")).isEqualTo("opened with key");
    first.refusing.set(Integer.MAX_VALUE);
    assertThatThrownBy(() -> account.openVault("key"))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("no replica took it");
  }

  @Test
  void whoWaitsInVainIsToldWhatIsKnownOfEachReplica() {
    Account account = application(FIRST, SECOND).component("Test", Account.class);
    assertThatThrownBy(() -> account.openVault("key"))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("no replica takes calls")
        .hasMessageContaining("first:1 is connecting (nobody listens)")
        .hasMessageContaining("second:1 is connecting (nobody listens)");
  }

  @Test
  void whenAllHaveTooMuchToDoTheCallerIsToldAtOnce() {
    first.to(replica("one", Fixtures.bank()));
    first.refusing.set(1);
    Account account = application(FIRST).component("Test", Account.class);
    assertThatThrownBy(() -> account.openVault("key"))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("no replica took it")
        .hasMessageContaining("it has other things to do");
  }

  @Test
  void whereAllReplicasAreInDoubtOneIsCalledAllTheSame() {
    first.to(replica("one", Fixtures.bank()));
    second.to(replica("two", Fixtures.bank()));
    Account account = application(FIRST, SECOND).component("Test", Account.class);
    first.losing.set(1_000);
    second.losing.set(1_000);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> account.openVault("key"))
          .isInstanceOf(ComponentUnavailableException.class);
    }
    first.losing.set(0);
    second.losing.set(0);
    int looked = first.looked.get();
    assertThat(account.openVault("key")).isEqualTo("opened with key");
    assertThat(first.looked.get() - looked).isLessThan(5);
  }

  @Test
  void aReplicaAnswersOnlySoManyCallsAtATime() throws Exception {
    HeddleRuntime serving = bank().build();
    var calls = serving.incoming(identity("one"), Set.of(), Granting.NOTHING, 1);
    var account = calls.components().getFirst();
    var call =
        new IncomingCall(
            "Test", account, account.methods().getFirst(), new byte[0], Optional.empty());
    var accepted = calls.accept(call);
    assertThatThrownBy(() -> calls.accept(call)).hasMessageContaining("one has 1 calls to answer");
    assertThat(serving.refusals().counted(Refusal.OVERLOADED)).isEqualTo(1);
    accepted.run();
    calls.accept(call).cancel();
    calls.accept(call).run();
  }

  @Test
  void theTrailNamesTheReplicaAndWhatItCalled() throws Exception {
    first.to(replica("one", Fixtures.bank()));
    HeddleRuntime application =
        bank().options(options().withTrails(true)).replicas(replicas(FIRST)).build();
    application.start();
    RequestContext context = application.requests().enter("Test", TraceContext.create());
    application
        .requests()
        .run(context, () -> application.component("Test", Account.class).openVault("key"));
    assertThat(context.trail().orElseThrow().header())
        .isEqualTo("Account.openVault@unknown/remote/one, Vault.open@unknown/local");
    assertThat(application.edges())
        .extracting(EdgeCalls::caller, EdgeCalls::callee, EdgeCalls::calls)
        .containsExactly(tuple("Test", "Account", 1L));
  }

  @Test
  void theDeadlineTravelsAndEndsTheCall() {
    first.to(replica("one", Fixtures.bank()));
    HeddleRuntime application =
        bank()
            .options(options().withRequestDeadline(Duration.ofMillis(100)))
            .replicas(replicas(FIRST))
            .build();
    application.start();
    RequestContext context = application.requests().enter("Test", TraceContext.create());
    assertThatThrownBy(
            () ->
                application
                    .requests()
                    .run(
                        context,
                        () -> {
                          while (true) application.component("Test", Account.class).withdraw(1);
                        }))
        .isInstanceOf(ComponentTimeoutException.class)
        .hasMessageContaining("deadline");
  }

  @Test
  void streamsPassBothWays() throws Overdrawn {
    first.to(replica("one", Fixtures.feed()));
    HeddleRuntime application =
        HeddleRuntime.builder(Fixtures.feed()).options(options()).replicas(replicas(FIRST)).build();
    application.start();
    Feed feed = application.component("Test", Feed.class);
    try (ValueStream<Long> numbers = feed.numbers(4)) {
      assertThat(feed.sum("all", numbers)).isEqualTo(6);
    }
    try (ValueStream<byte[]> parts =
        feed.echo(ValueStream.from(List.of(new byte[] {1}, new byte[] {2})))) {
      assertThat(parts.next()).containsExactly(1);
      assertThat(parts.next()).containsExactly(2);
      assertThat(parts.hasNext()).isFalse();
    }
  }

  @Test
  void aComponentMovesToReplicasAndBack() {
    first.to(replica("one", Fixtures.bank()));
    HeddleRuntime application = bank().replicas(replicas(FIRST)).build();
    Set<EdgeFigures> figures = ConcurrentHashMap.newKeySet();
    application.onEdge(
        each -> {
          if (each.method().equals("openVault")) figures.add(each);
        });
    application.start();
    Account account = application.component("Test", Account.class);
    account.openVault("key");
    assertThat(first.arrived).hasValue(0);
    application.place("Account", Placement.REMOTE, "for the test");
    account.openVault("key");
    assertThat(first.arrived).hasValue(1);
    assertThat(application.status().components().getFirst().replicas()).isEqualTo(1);
    assertThat(application.status().replicas())
        .extracting(Status.Replica::id, Status.Replica::state, Status.Replica::components)
        .containsExactly(tuple("one", "ready", List.of("Account", "Vault")));
    application.place("Account", Placement.LOCAL, "for the test");
    account.openVault("key");
    assertThat(first.arrived).hasValue(1);
    assertThat(application.edges())
        .extracting(EdgeCalls::callee, EdgeCalls::calls, EdgeCalls::remoteShare)
        .contains(tuple("Account", 3L, 1 / 3.0));
    assertThat(figures)
        .extracting(EdgeFigures::callee, EdgeFigures::placement, EdgeFigures::calls)
        .contains(tuple("Account", Placement.LOCAL, 2L), tuple("Account", Placement.REMOTE, 1L))
        .doesNotContain(tuple("Account", Placement.SANDBOXED, 0L));
  }

  @Test
  void aMoveToReplicasThatAreNotThereIsRefused() {
    HeddleRuntime application = bank().replicas(replicas(FIRST)).build();
    assertThatThrownBy(() -> application.place("Account", Placement.REMOTE, "for the test"))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("first:1 is connecting");
    assertThat(application.status().components().getFirst().placement()).isEqualTo("local");
  }

  private static HeddleRuntimeBuilder bank() {
    return HeddleRuntime.builder(Fixtures.bank());
  }

  private static RuntimeOptions options() {
    return RuntimeOptions.DEFAULT.withPlacement(Placement.REMOTE);
  }

  private Replicas replicas(String... addresses) {
    List<ReplicaAddress> parsed = Stream.of(addresses).map(ReplicaAddress::parse).toList();
    return new Replicas(
        transport, identity("application"), new ReplicaOptions(parsed, Duration.ofMillis(500), 3));
  }

  private HeddleRuntime application(String... addresses) {
    HeddleRuntime application = bank().options(options()).replicas(replicas(addresses)).build();
    application.start();
    return application;
  }

  private Ledger ledger(String... addresses) {
    HeddleRuntime application =
        HeddleRuntime.builder(Fixtures.ledger())
            .options(options())
            .replicas(replicas(addresses))
            .build();
    application.start();
    return application.component("Test", Ledger.class);
  }

  private static IncomingCalls replica(String name, ComponentCatalog catalog) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(catalog).options(RuntimeOptions.DEFAULT.withTrails(true)).build();
    runtime.start();
    return runtime.incoming(identity(name), Set.of(), Granting.NOTHING, 100);
  }

  private static ProcessIdentity identity(String name) {
    return new ProcessIdentity("bank", "unknown", name, 1);
  }
}
