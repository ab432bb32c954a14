package dev.heddle.component.capability;

import dev.heddle.component.Capability;

/**
 * Publishes events of one type; a component is granted one for each type that its constructor
 * names. Every subscription to the type is delivered each event at least once, also when this
 * process dies right after {@link #publish} returned. Safe for use by many threads.
 *
 * <p>Publishing is no part of any transaction: a component that stores something and publishes may
 * die between the two. Store first and publish again when asked again.
 *
 * @param <E> the event type
 */
@Capability
public interface EventPublisher<E> {

  /**
   * Publishes an event, and returns when it is durable. What is delivered of it, and when, is no
   * concern of the publisher's.
   *
   * @throws IllegalArgumentException when the event encodes to more than 512 KiB, or its key to
   *     more than 512 characters
   * @throws EventPublishException when the event was not accepted; {@link
   *     EventPublishException#reason()} says why
   */
  void publish(E event) throws EventPublishException;
}
