/** Tests of the measurements, and that every contender does what is measured. */
@NullMarked
package dev.heddle.benchmarks.remote;

import org.jspecify.annotations.NullMarked;
