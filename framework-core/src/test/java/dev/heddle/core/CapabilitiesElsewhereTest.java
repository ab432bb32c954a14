package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Secrets;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.capability.EmbeddedKeyValueStore;
import dev.heddle.core.capability.GeneratorRandomSource;
import dev.heddle.core.capability.ScopedKeyValueStore;
import dev.heddle.core.events.DeliveryPolicy;
import dev.heddle.core.events.EventBounds;
import dev.heddle.core.events.EventOutbox;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Gate;
import dev.heddle.core.fixture.Teller;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.Refusal;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.Replicas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A satellite's components use what the application's own process has. */
class CapabilitiesElsewhereTest {
  private final LoopbackTransport transport = new LoopbackTransport();
  private final LoopbackTransport.Line home = transport.line("home:1");
  private final EmbeddedKeyValueStore store = EmbeddedKeyValueStore.inMemory();

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SANDBOXED"})
  void whatAComponentStoresIsStoredInItsOwnSpaceThere(Placement placement) {
    home.to(grantsOf(tellers(RuntimeOptions.DEFAULT).capability(KeyValueStore.class, this::space)));
    Teller teller = satellite(placement).component("Test", Teller.class);
    assertThat(teller.note("door", "shut")).isEqualTo("nothing");
    assertThat(teller.note("door", "open")).isEqualTo("shut");
    assertThat(space("Teller").get("door")).hasValue("open".getBytes(StandardCharsets.UTF_8));
    assertThat(space("Feed").get("door")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SANDBOXED"})
  void aWrongArgumentIsRefusedAsItIsThere(Placement placement) {
    home.to(grantsOf(tellers(RuntimeOptions.DEFAULT).capability(KeyValueStore.class, this::space)));
    Teller teller = satellite(placement).component("Test", Teller.class);
    assertThatThrownBy(() -> teller.note("", "no key")).hasMessageContaining("1 to");
  }

  @Test
  void whoDoesNotAskForACapabilityIsNotGrantedIt() {
    HeddleRuntime application =
        tellers(RuntimeOptions.DEFAULT).capability(KeyValueStore.class, this::space).build();
    IncomingCalls granted = application.incoming(identity("home"), Set.of(), Granting.SHARED, 10);
    ComponentDescriptor<?> notes = granted.capabilities().getFirst();
    assertThat(granted.capabilities())
        .extracting(ComponentDescriptor::name)
        .containsExactly("capability:dev.heddle.component.capability.keyvaluestore.KeyValueStore");
    for (String caller : List.of("Feed", "Nobody", "teller", "")) {
      assertThatThrownBy(() -> granted.accept(get(caller, notes)))
          .isInstanceOf(CallNotBegunException.class)
          .hasMessageContaining(caller + " is not granted capability:");
    }
    granted.accept(get("Teller", notes)).run();
    assertThat(application.refusals().counted(Refusal.NOT_GRANTED)).isEqualTo(4);
  }

  @Test
  void whatEveryProcessHasOfItselfIsNotGranted() {
    IncomingCalls granted =
        grantsOf(
            tellers(RuntimeOptions.DEFAULT)
                .capability(KeyValueStore.class, this::space)
                .capability(Secrets.class, component -> name -> Optional.of("secret")));
    assertThat(granted.capabilities()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SANDBOXED"})
  void aTestsApplicationGrantsTheTimeToo(Placement placement) {
    Instant then = Instant.parse("1969-12-31T23:59:58.999999999Z");
    HeddleRuntime application =
        tellers(RuntimeOptions.DEFAULT)
            .capability(KeyValueStore.class, this::space)
            .capability(InstantSource.class, component -> InstantSource.fixed(then))
            .build();
    home.to(application.incoming(identity("home"), Set.of(), Granting.EVERYTHING, 10));
    HeddleRuntime satellite =
        tellers(RuntimeOptions.DEFAULT.withPlacement(placement))
            .replicas(replicas())
            .elsewhere(Set.of(KeyValueStore.class, InstantSource.class), Set.of("Feed"))
            .sandbox(new SkeletonSandbox())
            .build();
    satellite.start();
    assertThat(satellite.component("Test", Teller.class).now()).isEqualTo(then);
    assertThat(satellite.status().components())
        .filteredOn(component -> component.name().equals("Feed"))
        .extracting(Status.Component::placement)
        .containsExactly("remote");
  }

  @Test
  void nothingIsGrantedUnlessItIsAskedFor() {
    HeddleRuntime application =
        tellers(RuntimeOptions.DEFAULT).capability(KeyValueStore.class, this::space).build();
    assertThat(
            application.incoming(identity("home"), Set.of(), Granting.NOTHING, 10).capabilities())
        .isEmpty();
  }

  @Test
  void whenTheApplicationIsGoneTheComponentIsToldSo() {
    Teller teller = satellite(Placement.LOCAL).component("Test", Teller.class);
    assertThatThrownBy(() -> teller.note("door", "shut"))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("home:1 is connecting");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SANDBOXED"})
  void eventsArePublishedAndDeliveredThere(Placement placement) throws Exception {
    HeddleRuntime application =
        HeddleRuntime.builder(Fixtures.gate())
            .events(
                new ApplicationEvents.Setup(
                    subscriptions -> EventOutbox.inMemory(subscriptions, EventBounds.DEFAULT),
                    DeliveryPolicy.DEFAULT,
                    InstantSource.system()))
            .build();
    application.start();
    home.to(application.incoming(identity("home"), Set.of(), Granting.SHARED, 10));
    HeddleRuntime satellite =
        HeddleRuntime.builder(Fixtures.gate())
            .options(RuntimeOptions.DEFAULT.withPlacement(placement))
            .replicas(replicas())
            .elsewhere(Set.of(EventPublisher.class), Set.of())
            .sandbox(new SkeletonSandbox())
            .build();
    satellite.start();
    satellite.component("Test", Gate.class).open("ann", 3);
    ApplicationEvents events = application.events().orElseThrow();
    assertThat(events.awaitDelivered(Duration.ofSeconds(20))).isTrue();
    assertThat(events.status().subscriptions())
        .extracting(EventsStatus.Subscription::delivered)
        .containsExactly(1L);
    assertThat(satellite.events()).isEmpty();
    application.close();
    satellite.close();
  }

  private HeddleRuntime satellite(Placement placement) {
    HeddleRuntime satellite =
        tellers(RuntimeOptions.DEFAULT.withPlacement(placement))
            .replicas(replicas())
            .elsewhere(Set.of(KeyValueStore.class), Set.of())
            .sandbox(new SkeletonSandbox())
            .build();
    satellite.start();
    return satellite;
  }

  private static HeddleRuntimeBuilder tellers(RuntimeOptions options) {
    RandomSource dice = new GeneratorRandomSource(new Random(4));
    return HeddleRuntime.builder(Fixtures.teller())
        .options(
            options.withComponents(
                Map.of(
                    "Teller",
                    ComponentOptions.NONE.withSettings(Map.of("flat-rate", "7.5")),
                    "Banner",
                    ComponentOptions.NONE.withImplementation("none"))))
        .capability(InstantSource.class, component -> InstantSource.system())
        .capability(RandomSource.class, component -> dice)
        .capability(Log.class, component -> (level, line) -> {});
  }

  private KeyValueStore space(String component) {
    return new ScopedKeyValueStore(store, component);
  }

  private static IncomingCalls grantsOf(HeddleRuntimeBuilder builder) {
    return builder.build().incoming(identity("home"), Set.of(), Granting.SHARED, 10);
  }

  private static IncomingCall get(String caller, ComponentDescriptor<?> capability) {
    return new IncomingCall(
        caller, capability, capability.methods().getFirst(), new byte[0], Optional.empty());
  }

  private Replicas replicas() {
    return new Replicas(
        transport,
        identity("satellite"),
        new ReplicaOptions(List.of(ReplicaAddress.parse("home:1")), Duration.ofMillis(300), 3));
  }

  private static ProcessIdentity identity(String name) {
    return new ProcessIdentity("bank", "unknown", name, 1);
  }
}
