package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.core.events.DeadLetter;
import dev.heddle.core.events.DeliveryFigures;
import dev.heddle.core.events.DeliveryPolicy;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventBackend.Kept;
import dev.heddle.core.events.EventDispatcher;
import dev.heddle.core.events.EventMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The events of an application: published, kept and delivered. Safe for use by many threads. */
public final class ApplicationEvents implements EventPublishers {

  /**
   * How an application's events are kept and delivered.
   *
   * @param backend what keeps them
   * @param policy how deliveries are tried
   * @param clock says when something was published or given up
   */
  public record Setup(EventBackend.Factory backend, DeliveryPolicy policy, InstantSource clock) {}

  private final Setup setup;
  private final HeddleRuntime runtime;
  private final List<EventDescriptor<?>> events;
  private final Map<Class<?>, Set<String>> publishers;
  private final Map<String, EventRoute<?, ?>> routes = new TreeMap<>();
  private final EventBackend backend;
  private final EventDispatcher dispatcher;
  private final AtomicBoolean started = new AtomicBoolean();

  private ApplicationEvents(Setup setup, ComponentCatalog catalog, HeddleRuntime runtime) {
    this.setup = setup;
    this.runtime = runtime;
    this.events = EventAssembly.events(catalog);
    this.publishers = EventAssembly.publishers(catalog);
    catalog.components().forEach(this::addRoutes);
    this.backend =
        setup
            .backend()
            .open(
                routes.entrySet().stream()
                    .map(
                        route ->
                            new EventBackend.Subscribed(
                                route.getKey(), route.getValue().subscription().event().name()))
                    .toList());
    this.dispatcher =
        new EventDispatcher(backend, routes.keySet(), setup.policy(), this::deliver, setup.clock());
  }

  /** Opens the backend, unless the application has no events. */
  static Optional<ApplicationEvents> open(
      Setup setup, ComponentCatalog catalog, HeddleRuntime runtime) {
    return EventAssembly.events(catalog).isEmpty()
        ? Optional.empty()
        : Optional.of(new ApplicationEvents(setup, catalog, runtime));
  }

  private <C> void addRoutes(ComponentDescriptor<C> component) {
    component
        .subscriptions()
        .forEach(
            subscription -> {
              EventRoute<C, ?> route = new EventRoute<>(component, subscription);
              routes.put(route.name(), route);
            });
  }

  @Override
  public <E> EventPublisher<E> publisher(String component, EventDescriptor<E> event) {
    return new BackedEventPublisher<>(event, component, runtime.options(), setup.clock(), backend);
  }

  private void deliver(String subscription, EventMessage message, int attempt) throws Exception {
    TraceContext trace = TraceContext.parse(message.trace()).orElseGet(TraceContext::create);
    Requests requests = runtime.requests();
    EventRoute<?, ?> route = routes.get(subscription);
    if (route == null) throw new IllegalStateException("no subscription " + subscription);
    requests.run(
        requests.enter(EventRoute.CALLER, trace, setup.policy().deadline(), route::name),
        () -> {
          route.deliver(runtime, message, attempt);
          return true;
        });
  }

  void start() {
    if (started.compareAndSet(false, true)) dispatcher.start();
  }

  /**
   * Begins no further delivery and waits a little for those that run; what is published is kept for
   * the next start.
   */
  public void stop() {
    dispatcher.stop();
  }

  void close() {
    dispatcher.close();
    backend.close();
  }

  /**
   * Waits until everything that was published is delivered or dead; for tests.
   *
   * @return false when it is not after {@code patience}
   */
  public boolean awaitDelivered(Duration patience) throws InterruptedException {
    return dispatcher.awaitDelivered(patience);
  }

  /** What became of the events so far. */
  public EventsStatus status() {
    Map<String, DeliveryFigures> figures = dispatcher.figures();
    List<EventsStatus.Subscription> subscriptions =
        new TreeMap<>(backend.kept())
            .entrySet().stream()
                .map(
                    kept ->
                        subscription(
                            kept.getKey(),
                            kept.getValue(),
                            figures.getOrDefault(kept.getKey(), DeliveryFigures.NONE)))
                .toList();
    return new EventsStatus(
        events.stream()
            .map(
                event ->
                    new EventsStatus.Event(
                        event.name(), List.copyOf(publishers.getOrDefault(event.type(), Set.of()))))
            .toList(),
        subscriptions);
  }

  private EventsStatus.Subscription subscription(String name, Kept kept, DeliveryFigures figures) {
    Optional<EventRoute<?, ?>> route = Optional.ofNullable(routes.get(name));
    return new EventsStatus.Subscription(
        name,
        route.map(it -> it.subscription().event().name()).orElse(""),
        route.isPresent(),
        kept.pending(),
        figures.running(),
        figures.retrying(),
        figures.delivered(),
        kept.dead());
  }

  /** The oldest dead letters of a subscription, or of all, at most {@code limit} of them. */
  public List<DeadLetter> deadLetters(Optional<String> subscription, int limit) {
    return backend.deadLetters(subscription, limit);
  }

  /** An event in words, empty when the application no longer knows its type or cannot read it. */
  public Optional<String> describe(EventMessage message) {
    return events.stream()
        .filter(event -> event.name().equals(message.event()))
        .findFirst()
        .flatMap(event -> describe(event, message.payload()));
  }

  private Optional<String> describe(EventDescriptor<?> event, byte[] payload) {
    try {
      return Optional.of(
          String.valueOf(event.read(new ProtoReader(payload, runtime.options().limits()))));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Delivers a dead letter again, as if it had just been published.
   *
   * @return false when there is none, or its subscription is no longer the application's
   */
  public boolean replay(String id) {
    return backend.replay(id);
  }

  /**
   * Removes a dead letter.
   *
   * @return false when there is none
   */
  public boolean discard(String id) {
    return backend.discard(id);
  }
}
