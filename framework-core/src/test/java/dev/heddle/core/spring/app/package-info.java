/** An ordinary Spring Boot application with components. */
@NullMarked
package dev.heddle.core.spring.app;

import org.jspecify.annotations.NullMarked;
