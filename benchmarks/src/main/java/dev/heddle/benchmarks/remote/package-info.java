/** What a call from one process to another costs, with the peers measured in the same run. */
@NullMarked
package dev.heddle.benchmarks.remote;

import org.jspecify.annotations.NullMarked;
