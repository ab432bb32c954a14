package dev.heddle.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.EventOrigin;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.Publication;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.events.DeadLetter;
import dev.heddle.core.events.DeliveryPolicy;
import dev.heddle.core.events.EventBounds;
import dev.heddle.core.events.EventOutbox;
import dev.heddle.core.fixture.Fixtures;
import dev.heddle.core.fixture.Gate;
import dev.heddle.core.fixture.Guard;
import dev.heddle.core.fixture.Opened;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(
          2,
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofSeconds(30),
          4,
          Duration.ofSeconds(5));

  private final List<HeddleRuntime> opened = new ArrayList<>();
  private final List<Opened> noted = Collections.synchronizedList(new ArrayList<>());
  private final List<EventOrigin> origins = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    opened.forEach(HeddleRuntime::close);
  }

  private HeddleRuntime start(boolean copies, Guard guard) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(Fixtures.gate())
            .options(RuntimeOptions.DEFAULT.withCopyLocalCalls(copies))
            .events(setup())
            .implementation(Guard.class, () -> guard)
            .build();
    opened.add(runtime);
    runtime.start();
    return runtime;
  }

  private static ApplicationEvents events(HeddleRuntime runtime) throws InterruptedException {
    ApplicationEvents events = runtime.events().orElseThrow();
    assertThat(events.awaitDelivered(Duration.ofSeconds(50))).isTrue();
    return events;
  }

  private void note(Opened event, EventOrigin origin) {
    noted.add(event);
    origins.add(origin);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deliversWhatAComponentPublishesAndSaysWhereItIsFrom(boolean copies) throws Exception {
    HeddleRuntime runtime = start(copies, this::note);
    runtime.component("Test", Gate.class).open("ann", 3);
    EventsStatus status = events(runtime).status();
    assertThat(noted).containsExactly(new Opened("ann", 3));
    EventOrigin origin = origins.getFirst();
    assertThat(origin.producer()).isEqualTo("Gate");
    assertThat(origin.revision()).isEqualTo(RuntimeOptions.DEFAULT.revision());
    assertThat(origin.publishedAt()).isEqualTo(NOW);
    assertThat(origin.attempt()).isEqualTo(1);
    assertThat(origin.id()).isNotEmpty();
    assertThat(runtime.edges())
        .extracting(edge -> edge.caller() + " " + edge.callee() + "." + edge.method())
        .contains("events Guard.note");
    assertThat(status.events()).containsExactly(new EventsStatus.Event("Opened", List.of("Gate")));
    assertThat(status.subscriptions())
        .containsExactly(
            new EventsStatus.Subscription("Guard.note", "Opened", true, 0, 0, 0, 1, 0));
  }

  @Test
  void aDeliveryBelongsToTheTraceOfThePublisher() throws Exception {
    List<Optional<RequestContext>> seen = Collections.synchronizedList(new ArrayList<>());
    HeddleRuntime runtime = start(false, (event, origin) -> seen.add(RequestContext.current()));
    TraceContext trace = TraceContext.create();
    runtime
        .requests()
        .run(
            runtime.requests().enter("Front", trace),
            () -> {
              runtime.component("Front", Gate.class).open("ann", 1);
              return true;
            });
    events(runtime);
    RequestContext context = seen.getFirst().orElseThrow();
    assertThat(context.trace()).isEqualTo(trace);
    assertThat(context.caller()).isEqualTo("events");
    assertThat(context.remaining()).isLessThanOrEqualTo(POLICY.deadline());
  }

  @Test
  void aDeadLetterIsToldInWordsAndDeliveredWhenItIsReplayed() throws Exception {
    List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
    HeddleRuntime runtime =
        start(
            false,
            (event, origin) -> {
              attempts.add(origin.attempt());
              if (attempts.size() <= 2) throw new IllegalStateException("asleep");
              note(event, origin);
            });
    runtime.component("Test", Gate.class).open("ann", 3);
    ApplicationEvents events = events(runtime);
    DeadLetter dead = events.deadLetters(Optional.of("Guard.note"), 10).getFirst();
    assertThat(dead.error()).contains("Guard.note", "asleep");
    assertThat(events.describe(dead.message())).contains("Opened[by=ann, times=3]");
    assertThat(events.replay(dead.id())).isTrue();
    events(runtime);
    assertThat(noted).hasSize(1);
    assertThat(attempts).containsExactly(1, 2, 1);
  }

  @Test
  void refusesAnEventThatIsTooLarge() {
    HeddleRuntime runtime = start(false, this::note);
    Gate gate = runtime.component("Test", Gate.class);
    assertThatThrownBy(() -> gate.open("x".repeat(513), 1))
        .hasMessageContaining("the key of an event is at most 512 characters long: Opened");
  }

  @Test
  void onlyImplementationsThatAreChosenPublish() {
    ComponentCatalog gate = Fixtures.gate();
    List<ImplementationDescriptor<?>> implementations = new ArrayList<>(gate.implementations());
    implementations.add(new SecondPublisher(publications(gate)));
    ComponentCatalog two = new ComponentCatalog(gate.components(), implementations);
    assertThat(configured(two, "SleepyGuard").events().orElseThrow().status().events())
        .containsExactly(new EventsStatus.Event("Opened", List.of("Gate")));
    assertThatThrownBy(() -> configured(two, Guard.class.getName()))
        .isInstanceOf(AssemblyException.class)
        .hasMessageContaining("Opened is published by Gate and Guard");
  }

  @Test
  void aComponentThatIsAbsentIsDeliveredNothing() throws Exception {
    HeddleRuntime runtime = configured(Fixtures.gate(), "none");
    runtime.start();
    runtime.component("Test", Gate.class).open("ann", 3);
    assertThat(events(runtime).status().subscriptions()).isEmpty();
  }

  private HeddleRuntime configured(ComponentCatalog catalog, String guard) {
    HeddleRuntime runtime =
        HeddleRuntime.builder(catalog)
            .options(
                RuntimeOptions.DEFAULT.withComponents(
                    Map.of("Guard", ComponentOptions.NONE.withImplementation(guard))))
            .events(setup())
            .build();
    opened.add(runtime);
    return runtime;
  }

  private static ApplicationEvents.Setup setup() {
    return new ApplicationEvents.Setup(
        subscriptions -> EventOutbox.inMemory(subscriptions, EventBounds.DEFAULT),
        POLICY,
        InstantSource.fixed(NOW));
  }

  private static List<Publication> publications(ComponentCatalog gate) {
    return gate.implementations().stream().flatMap(it -> it.publications().stream()).toList();
  }

  @Test
  void refusesTwoPublishersOfOneEventAndEventsThatNobodyKeeps() {
    ComponentCatalog gate = Fixtures.gate();
    ImplementationDescriptor<?> iron =
        gate.implementations().stream()
            .filter(it -> !it.publications().isEmpty())
            .findFirst()
            .orElseThrow();
    ComponentCatalog two =
        new ComponentCatalog(
            gate.components(), List.of(iron, new SecondPublisher(publications(gate))));
    List<Problem> problems = new EventAssembly(two, false).problems();
    assertThat(problems)
        .extracting(Problem::found)
        .containsExactly("there is none for Opened", "Opened is published by Gate and Guard");
    assertThat(new EventAssembly(gate, true).problems()).isEmpty();
  }

  /** A Guard that publishes too. */
  private record SecondPublisher(List<Publication> publications)
      implements ImplementationDescriptor<Guard> {
    @Override
    public Class<Guard> component() {
      return Guard.class;
    }

    @Override
    public Class<? extends Guard> type() {
      return Guard.class;
    }

    @Override
    public dev.heddle.component.Runtime runtime() {
      return dev.heddle.component.Runtime.WASM;
    }

    @Override
    public List<dev.heddle.component.spi.Dependency> dependencies() {
      return List.of();
    }

    @Override
    public Guard create(dev.heddle.component.spi.Dependencies dependencies) {
      throw new UnsupportedOperationException();
    }
  }
}
