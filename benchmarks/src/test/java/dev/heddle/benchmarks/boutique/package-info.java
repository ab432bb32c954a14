@NullMarked
package dev.heddle.benchmarks.boutique;

import org.jspecify.annotations.NullMarked;
