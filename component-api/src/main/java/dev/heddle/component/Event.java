package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record, or a sealed interface of records, as an event: something that happened in one
 * component and that others may subscribe to. What it holds obeys the same rules as the values that
 * cross a component's boundary.
 *
 * <p>A component publishes it through an {@link dev.heddle.component.capability.EventPublisher} in
 * its constructor, and receives it in a method marked {@link Subscribe}. A record component marked
 * {@link RoutingKey} is the event's key: events of one type with equal keys are delivered in the
 * order in which they were published. Without a key there is no order.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Event {
  /**
   * The event's name in storage, configuration and on the wire: letters and digits, beginning with
   * an upper-case letter, unique in the application. The type's simple name by default. Give one to
   * keep it when the type is renamed.
   */
  String name() default "";

  /**
   * Whether several components may publish it. Otherwise it belongs to the one that does, and an
   * application with two publishers is refused.
   */
  boolean shared() default false;
}
