package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what keeps calls or events together.
 *
 * <p>On a parameter it decides which replica answers: calls with equal keys prefer the same
 * replica. Affinity is a preference for the sake of caches, never a promise to build correctness
 * on. On a component of an {@link Event} record it is the event's key: events of one type with
 * equal keys are delivered in the order in which they were published.
 *
 * <p>At most one parameter of a method, or one component of a record, carries it, of type {@code
 * String}, {@code int}, {@code long}, {@code UUID} or an enum.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface RoutingKey {}
