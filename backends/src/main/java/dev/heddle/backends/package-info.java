/** Servers behind capabilities, chosen by configuration alone. */
@NullMarked
package dev.heddle.backends;

import org.jspecify.annotations.NullMarked;
