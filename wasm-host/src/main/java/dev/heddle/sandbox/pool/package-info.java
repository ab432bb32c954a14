/** Instances of one component, who may use them, for how long and how much. */
@NullMarked
package dev.heddle.sandbox.pool;

import org.jspecify.annotations.NullMarked;
