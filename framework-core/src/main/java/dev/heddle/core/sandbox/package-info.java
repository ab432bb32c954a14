/** What the framework asks of a sandbox, and what a sandbox may ask of the framework. */
@NullMarked
package dev.heddle.core.sandbox;

import org.jspecify.annotations.NullMarked;
