package dev.heddle.core;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.EventDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;

/** Hands out what publishes events. */
interface EventPublishers {

  /**
   * What publishes a component's events of one type; it is an {@link
   * dev.heddle.component.spi.EncodedEventPublisher} too.
   *
   * @param component name of the component
   */
  <E> EventPublisher<E> publisher(String component, EventDescriptor<E> event);

  /**
   * What publishes the events that an implementation's constructor asks to publish.
   *
   * @param component name of the component
   * @param parameter position of the constructor's parameter
   * @throws java.util.NoSuchElementException when that parameter asks for none
   */
  default EventPublisher<?> publisher(
      String component, ImplementationDescriptor<?> implementation, int parameter) {
    EventDescriptor<?> event =
        implementation.publications().stream()
            .filter(publication -> publication.parameter() == parameter)
            .findFirst()
            .orElseThrow()
            .event();
    return publisher(component, event);
  }
}
