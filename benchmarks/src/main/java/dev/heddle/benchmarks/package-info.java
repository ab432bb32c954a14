/** What a call and a value cost, with the peers measured in the same run. */
@NullMarked
package dev.heddle.benchmarks;

import org.jspecify.annotations.NullMarked;
