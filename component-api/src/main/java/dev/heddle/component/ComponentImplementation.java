package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class behind a component. The class implements exactly one {@link ComponentInterface}
 * and has one constructor, whose parameters are its grants: other components, and capabilities.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentImplementation {

  /** Where this implementation can run. */
  Runtime runtime() default Runtime.WASM;
}
