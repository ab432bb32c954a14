package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a component: a unit whose calls Heddle may keep in the process or send
 * elsewhere.
 *
 * <p>Arguments and results are values. They may be primitives and their boxes, {@code String},
 * {@code byte[]}, enums, records (generic ones too), sealed interfaces of records, {@code List},
 * {@code Set}, {@code Map}, {@code Optional}, {@code Instant}, {@code Duration}, {@code LocalDate},
 * {@code LocalDateTime}, {@code ZonedDateTime}, {@code BigDecimal}, {@code BigInteger}, {@code
 * UUID} and {@code URI}, nested to any depth. A method's whole result, and one of its parameters,
 * may be a {@link ValueStream} of them. Anything else is an error at compile time.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentInterface {

  /**
   * The component's name in configuration, metrics and on the wire: letters and digits, beginning
   * with an upper-case letter, unique in the application. The interface's simple name by default.
   */
  String name() default "";
}
