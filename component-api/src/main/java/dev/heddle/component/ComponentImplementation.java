package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class behind a component. The class implements exactly one {@link ComponentInterface}
 * and has one constructor, whose parameters are its grants: other components, and capabilities.
 * What may be missing is asked for as an {@code Optional}: it is empty when the application has no
 * such component, or grants no such capability.
 *
 * <p>Where several classes implement a component, an application runs exactly one of them: the one
 * that {@code heddle.components.COMPONENT.implementation} names, else the primary one. The others
 * are not constructed.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentImplementation {

  /** Where this implementation can run. */
  Runtime runtime() default Runtime.WASM;

  /**
   * A short name for configuration to choose this implementation by: letters, digits and hyphens,
   * beginning with a letter. Its class name does as well.
   */
  String name() default "";

  /** Whether this one runs where configuration chooses none; at most one of a component's. */
  boolean primary() default false;

  /**
   * In how many processes it may run at a time, replicas and its callers' own alike; 0 for any
   * number. 1 is for what must be single: a sequence, a schedule, a cache that only one may write.
   *
   * <p>It is carried in the metadata, shown in the status, and held by whatever places components;
   * configuration may ask for fewer and never for more. So far an application is one process, which
   * holds it by itself: two that are started side by side know nothing of each other.
   */
  int maxReplicas() default 0;
}
