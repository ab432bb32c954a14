package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.fixture.Account;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Vault;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.Replicas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacementControlTest {
  private final LoopbackTransport transport = new LoopbackTransport();
  private final LoopbackTransport.Line first = transport.line("first:1");
  private final LoopbackTransport.Line second = transport.line("second:1");
  private final HeddleRuntime application =
      HeddleRuntime.builder(Fixtures.bank()).replicas(replicas("first:1")).build();
  private final PlacementControl control = application.placementControl();
  private final Account account = application.component("Test", Account.class);

  @BeforeEach
  void start() {
    first.to(replica("one"));
    second.to(replica("two"));
    application.start();
  }

  @Test
  void putsATableInForceUnlessANewerOneIs() {
    control.adopt(table(5, new Entry(Placement.REMOTE, "for the test")), "application");
    account.openVault("key");
    assertThat(first.arrived).hasValue(1);
    control.adopt(table(5, new Entry(Placement.LOCAL, "too late")), "application");
    control.adopt(table(4, new Entry(Placement.LOCAL, "too late")), "application");
    account.openVault("key");
    assertThat(first.arrived).hasValue(2);
    assertThat(control.table().epoch()).isEqualTo(5);
  }

  @Test
  void callsGoToTheReplicasThatTheTableNames() {
    control.reach(Set.of(ReplicaAddress.parse("second:1")));
    control.adopt(
        table(2, new Entry(Placement.REMOTE, Set.of("two"), 0, "for the test")), "application");
    for (int i = 0; i < 10; i++) account.openVault("key");
    assertThat(first.arrived).hasValue(0);
    assertThat(second.arrived).hasValue(10);
  }

  @Test
  void aReplicaThatIsNamedNoMoreIsLetGoWhenItIsGoneUnlessItIsConfigured() {
    control.reach(Set.of(ReplicaAddress.parse("second:1")));
    assertThat(application.status().replicas()).hasSize(2);
    // A scheduler that has just been started again knows only of some.
    control.reach(Set.of());
    assertThat(application.status().replicas()).hasSize(2);
    second.down();
    first.down();
    control.reach(Set.of());
    assertThat(application.status().replicas())
        .extracting(Status.Replica::address)
        .containsExactly("first:1");
  }

  @Test
  void beyondALimitCallsGoToReplicas() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    BusyVault busy = busyVault(Set.of(), leave);
    Vault vault = busy.vault();
    assertThat(vault.open("key")).isEqualTo("opened with key");
    assertThat(first.arrived).hasValue(1);
    leave.countDown();
    busy.call().join();
    assertThat(vault.open("key")).isEqualTo("slowly opened");
    assertThat(first.arrived).hasValue(1);
  }

  @Test
  void aCallStaysWhereThereIsNoRoomIfNoReplicaMayTakeIt() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Vault vault = busyVault(Set.of("two"), leave).vault();
    leave.countDown();
    assertThat(vault.open("key")).isEqualTo("slowly opened");
    assertThat(first.arrived).hasValue(0);
  }

  /** A vault that takes one call at a time, and has one that lasts until it may leave. */
  private BusyVault busyVault(Set<String> replicas, CountDownLatch leave)
      throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    HeddleRuntime busy =
        HeddleRuntime.builder(Fixtures.bank())
            .replicas(replicas("first:1"))
            .implementation(Vault.class, () -> new SlowVault(entered, leave))
            .build();
    busy.start();
    Vault vault = busy.component("Test", Vault.class);
    busy.placementControl()
        .adopt(
            new PlacementTable(
                2,
                Map.of(
                    "Account", new Entry(Placement.LOCAL, "for the test"),
                    "Vault", new Entry(Placement.LOCAL, replicas, 1, "one at a time"))),
            "application");
    Thread call = Thread.ofVirtual().start(() -> vault.open("slow"));
    entered.await();
    return new BusyVault(vault, call);
  }

  @Test
  void nobodyElseMovesAComponentThen() {
    control.adopt(table(2, new Entry(Placement.LOCAL, "for the test")), "application");
    assertThatThrownBy(() -> application.place("Account", Placement.REMOTE, "by hand"))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("./heddle place");
  }

  @Test
  void aSatelliteLeavesToTheApplicationWhatNeverLeavesThatProcess() {
    PlacementRules rules = new PlacementRules(Set.of(), Set.of(), Set.of("application"), 0);
    HeddleRuntime satellite =
        HeddleRuntime.builder(Fixtures.bank())
            .options(
                RuntimeOptions.DEFAULT.withComponents(
                    Map.of("Account", RuntimeOptions.ComponentOptions.NONE.withRules(rules))))
            .elsewhere(Set.of(), Set.of())
            .replicas(replicas("first:1"))
            .build();
    satellite.start();
    satellite
        .placementControl()
        .adopt(table(2, new Entry(Placement.LOCAL, "at home")), "satellite");
    satellite.component("Test", Account.class).openVault("key");
    assertThat(first.arrived).hasValue(1);
    assertThat(
            satellite.incoming(identity("satellite"), Set.of(), Granting.NOTHING, 1).components())
        .extracting(ComponentDescriptor::name)
        .containsExactly("Vault");
  }

  @Test
  void theApplicationTakesCallsToWhatOthersAreNotToRun() {
    PlacementRules rules = new PlacementRules(Set.of(), Set.of("Vault"), Set.of(), 0);
    HeddleRuntime remote =
        HeddleRuntime.builder(Fixtures.bank())
            .options(
                RuntimeOptions.DEFAULT
                    .withPlacement(Placement.REMOTE)
                    .withComponents(
                        Map.of("Account", RuntimeOptions.ComponentOptions.NONE.withRules(rules))))
            .replicas(replicas("first:1"))
            .build();
    assertThat(remote.incoming(identity("home"), Set.of(), Granting.NOTHING, 1).components())
        .extracting(ComponentDescriptor::name)
        .containsExactly("Account");
  }

  @Test
  void aComponentIsReadyWhenTheNamedReplicasTakeItsCalls() {
    control.prepare("Account", Placement.REMOTE, Set.of("one"));
    assertThatThrownBy(() -> control.prepare("Account", Placement.REMOTE, Set.of("one", "two")))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("Account is to be remote in one and two, and not so");
  }

  private static PlacementTable table(long epoch, Entry account) {
    return new PlacementTable(
        epoch, Map.of("Account", account, "Vault", new Entry(Placement.LOCAL, "for the test")));
  }

  private Replicas replicas(String address) {
    return new Replicas(
        transport,
        identity("application"),
        new ReplicaOptions(List.of(ReplicaAddress.parse(address)), Duration.ofMillis(200), 3));
  }

  private static dev.heddle.core.remote.IncomingCalls replica(String name) {
    HeddleRuntime runtime = HeddleRuntime.builder(Fixtures.bank()).build();
    runtime.start();
    return runtime.incoming(identity(name), Set.of(), Granting.NOTHING, 100);
  }

  private static ProcessIdentity identity(String name) {
    return new ProcessIdentity("bank", "unknown", name, 1);
  }

  private record BusyVault(Vault vault, Thread call) {}

  /** Stays in its first call until it is let go. */
  private record SlowVault(CountDownLatch entered, CountDownLatch leave) implements Vault {
    @Override
    public String open(String key) {
      entered.countDown();
      try {
        leave.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "slowly opened";
    }
  }
}
