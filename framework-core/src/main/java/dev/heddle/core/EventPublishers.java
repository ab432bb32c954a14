package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ImplementationDescriptor;

/** Hands out what publishes events. */
interface EventPublishers {

  /**
   * What publishes the events that an implementation's constructor asks to publish; it is an {@link
   * dev.heddle.component.spi.EncodedEventPublisher} too.
   *
   * @param component name of the component
   * @param parameter position of the constructor's parameter
   * @throws java.util.NoSuchElementException when that parameter asks for none
   */
  EventPublisher<?> publisher(
      String component, ImplementationDescriptor<?> implementation, int parameter);
}
