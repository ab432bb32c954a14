/** How long a plan takes. */
@NullMarked
package dev.heddle.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
