package dev.heddle.component.spi;

import dev.heddle.component.EventOrigin;

/**
 * A method of a component that is called with every event of a type.
 *
 * @param method the method
 * @param event the event type
 * @param handler calls the method
 * @param <C> the component interface
 * @param <E> the event type
 */
public record Subscription<C, E>(
    MethodDescriptor method, EventDescriptor<E> event, Handler<C, E> handler) {

  /** Calls the method of a component. */
  @FunctionalInterface
  public interface Handler<C, E> {
    /**
     * Makes the call.
     *
     * @throws Exception what the method declares
     */
    void handle(C component, E event, EventOrigin origin) throws Exception;
  }
}
