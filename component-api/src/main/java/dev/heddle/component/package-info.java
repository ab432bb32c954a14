/**
 * What the author of a component uses: the annotations and the exceptions that a call can end in.
 */
@NullMarked
package dev.heddle.component;

import org.jspecify.annotations.NullMarked;
