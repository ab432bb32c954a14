/**
 * The built-in capabilities: what a component may ask of the outside world. Beside these, {@link
 * java.time.InstantSource} is one: the clock.
 */
@NullMarked
package dev.heddle.component.capability;

import org.jspecify.annotations.NullMarked;
