/** The component that is measured inside and outside of the sandbox. */
@NullMarked
package dev.heddle.benchmarks.basket;

import org.jspecify.annotations.NullMarked;
