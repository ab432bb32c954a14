/** The runtime Endive behind {@link dev.heddle.sandbox.engine}. Nothing else knows it. */
@NullMarked
package dev.heddle.sandbox.endive;

import org.jspecify.annotations.NullMarked;
