/** The embedded defaults behind the built-in capabilities. */
@NullMarked
package dev.heddle.core.capability;

import org.jspecify.annotations.NullMarked;
