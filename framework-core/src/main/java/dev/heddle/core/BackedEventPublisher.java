package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.EncodedEventPublisher;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventMessage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Publishes one component's events of one type to a backend. */
final class BackedEventPublisher<E> implements EventPublisher<E>, EncodedEventPublisher {
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
    publish(event.key(published), payload(published));
  }

  @Override
  public void publish(Optional<String> key, byte[] payload) {
    if (key.isPresent() && key.get().length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "the key of an event is at most " + LONGEST_KEY + " characters long: " + event.name());
    }
    if (payload.length > LARGEST_EVENT) {
      throw new IllegalArgumentException(
          "an event is at most %d bytes long, not %d: %s"
              .formatted(LARGEST_EVENT, payload.length, event.name()));
    }
    backend.publish(
        new EventMessage(
            UUID.randomUUID().toString(),
            event.name(),
            key,
            payload,
            component,
            options.revision(),
            clock.instant(),
            RequestContext.current()
                .map(RequestContext::trace)
                .orElseGet(TraceContext::create)
                .header()));
  }

  private byte[] payload(E published) {
    ProtoWriter out = new ProtoWriter(options.limits());
    event.write(published, out);
    return out.toByteArray();
  }
}
