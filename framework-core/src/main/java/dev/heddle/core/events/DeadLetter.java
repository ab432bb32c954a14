package dev.heddle.core.events;

import java.time.Instant;

/**
 * An event that a subscription could not be delivered.
 *
 * @param id names the dead letter: the subscription, a colon and a number
 * @param subscription the subscription's name
 * @param message the event
 * @param error why the last delivery failed
 * @param attempts how many deliveries failed
 * @param diedAt when the last one did
 */
public record DeadLetter(
    String id,
    String subscription,
    EventMessage message,
    String error,
    int attempts,
    Instant diedAt) {}
