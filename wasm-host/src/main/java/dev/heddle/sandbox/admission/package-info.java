/** Judges modules of others in a process of their own. */
@NullMarked
package dev.heddle.sandbox.admission;

import org.jspecify.annotations.NullMarked;
