package dev.heddle.component;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that holds a component's settings: an implementation that asks for one in its
 * constructor gets what is configured under {@code heddle.components.NAME.settings}, read and
 * checked before the application starts.
 *
 * <p>Its components may be {@code String}, {@code int}, {@code long}, {@code boolean}, {@code
 * double}, {@code BigDecimal}, {@code Duration}, {@code URI}, enums, an {@code Optional} of any of
 * these, and {@code List<String>}. {@code flatRate} is read from the key {@code flat-rate}. What
 * has neither a {@link DefaultValue} nor is {@code Optional} must be configured. Further rules are
 * the compact constructor's: the message of its {@link IllegalArgumentException} is what the person
 * is told who starts the application.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentSettings {}
