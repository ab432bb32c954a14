package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a component interface that is called with every event of a type. The method
 * returns nothing; its first parameter is an {@link Event}, its second, if there is one, an {@link
 * EventOrigin}.
 *
 * <p>Each event is delivered at least once: it is delivered again after a failure, a timeout, or
 * the death of the process at the wrong moment. So the method must do no harm when it is called
 * twice with the same event; {@link EventOrigin#id()} tells whether it was. Events with equal keys
 * are delivered one after the other in the order in which they were published; a failing delivery
 * holds up its own key and nothing else.
 *
 * <p>The subscription's name is {@code Component.method}. Undelivered events are kept under it, so
 * renaming the component or the method begins a new subscription.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subscribe {}
