/** The boutique against the same boutique as microservices, under a load of simulated shoppers. */
@NullMarked
package dev.heddle.benchmarks.boutique;

import org.jspecify.annotations.NullMarked;
