package dev.heddle.codegen;

/**
 * A grant to publish events.
 *
 * @param parameter position of the constructor parameter that asks for it
 * @param descriptor generated descriptor of the event type
 */
record Publication(int parameter, TypeName descriptor) {}
