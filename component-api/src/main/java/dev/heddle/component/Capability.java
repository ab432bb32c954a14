package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface to the outside world that the host grants to a component which names it in its
 * constructor. A Spring bean stands behind it; a component never sees the bean, only the interface.
 * Its methods obey the same rules as a component's, since a sandboxed component calls it through
 * bytes.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Capability {}
