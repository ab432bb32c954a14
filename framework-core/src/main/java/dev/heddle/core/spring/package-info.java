/** Spring Boot's side: configuration, beans, web, actuator and metrics. */
@NullMarked
package dev.heddle.core.spring;

import org.jspecify.annotations.NullMarked;
