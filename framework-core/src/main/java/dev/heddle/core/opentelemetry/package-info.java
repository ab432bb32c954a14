/** Calls as spans of OpenTelemetry. */
@NullMarked
package dev.heddle.core.opentelemetry;

import org.jspecify.annotations.NullMarked;
