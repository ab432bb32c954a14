package dev.heddle.component.spi;

import dev.heddle.component.Capability;
import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.capability.EventPublisher;
import java.util.Optional;

/** How an {@link EventPublisher} leaves a sandbox: its events as bytes. */
@Capability
public interface EncodedEventPublisher {

  /**
   * Publishes an event, as {@link EventPublisher#publish} does.
   *
   * @param key what {@link EventDescriptor#key} says
   * @param event what {@link EventDescriptor#write} wrote
   * @throws IllegalArgumentException when the event or its key is too long
   */
  void publish(Optional<String> key, byte[] event) throws EventPublishException;
}
