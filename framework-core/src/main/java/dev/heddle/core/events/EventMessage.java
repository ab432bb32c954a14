package dev.heddle.core.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A published event.
 *
 * @param id its own, the same at every delivery
 * @param event name of the event type
 * @param key events of one type with equal keys are delivered in order
 * @param payload the encoded event; never changed
 * @param producer name of the component that published it
 * @param revision the revision on which that component ran
 * @param publishedAt when it was published
 * @param trace the {@code traceparent} of the request that published it
 */
public record EventMessage(
    String id,
    String event,
    Optional<String> key,
    byte[] payload,
    String producer,
    String revision,
    Instant publishedAt,
    String trace) {}
