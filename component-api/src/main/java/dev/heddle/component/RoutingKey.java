package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter that decides which replica answers: calls with equal keys prefer the same
 * replica. Affinity is a preference for the sake of caches, never a promise to build correctness
 * on. At most one parameter of a method carries it, of type {@code String}, {@code int}, {@code
 * long}, {@code UUID} or an enum.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RoutingKey {}
