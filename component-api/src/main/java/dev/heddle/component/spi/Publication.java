package dev.heddle.component.spi;

/**
 * A grant to publish events of a type.
 *
 * @param parameter position of the constructor parameter that asks for it, from 0
 * @param event the event type
 */
public record Publication(int parameter, EventDescriptor<?> event) {}
