/** Compiled modules on disk, for the next start. */
@NullMarked
package dev.heddle.sandbox.cache;

import org.jspecify.annotations.NullMarked;
