/**
 * Puts an application together from its components and routes their calls. Knows nothing of Spring
 * beyond the class path scanner of spring-core; {@code dev.heddle.core.spring} sits on top.
 */
@NullMarked
package dev.heddle.core;

import org.jspecify.annotations.NullMarked;
