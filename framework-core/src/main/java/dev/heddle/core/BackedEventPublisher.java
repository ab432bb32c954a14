package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventMessage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Publishes one component's events of one type to a backend. */
final class BackedEventPublisher<E> implements EventPublisher<E> {
  private static final int LARGEST_EVENT = 512 * 1024;
  private static final int LONGEST_KEY = 512;

  private final EventDescriptor<E> event;
  private final String component;
  private final RuntimeOptions options;
  private final InstantSource clock;
  private final EventBackend backend;

  BackedEventPublisher(
      EventDescriptor<E> event,
      String component,
      RuntimeOptions options,
      InstantSource clock,
      EventBackend backend) {
    this.event = event;
    this.component = component;
    this.options = options;
    this.clock = clock;
    this.backend = backend;
  }

  @Override
  public void publish(E published) {
    backend.publish(
        new EventMessage(
            UUID.randomUUID().toString(),
            event.name(),
            key(published),
            payload(published),
            component,
            options.revision(),
            clock.instant(),
            RequestContext.current()
                .map(RequestContext::trace)
                .orElseGet(TraceContext::create)
                .header()));
  }

  private Optional<String> key(E published) {
    Optional<String> key = event.key(published);
    if (key.filter(it -> it.length() > LONGEST_KEY).isEmpty()) return key;
    throw new IllegalArgumentException(
        "the key of an event is at most " + LONGEST_KEY + " characters long: " + event.name());
  }

  private byte[] payload(E published) {
    ProtoWriter out = new ProtoWriter(options.limits());
    event.write(published, out);
    if (out.size() <= LARGEST_EVENT) return out.toByteArray();
    throw new IllegalArgumentException(
        "an event is at most %d bytes long, not %d: %s"
            .formatted(LARGEST_EVENT, out.size(), event.name()));
  }
}
