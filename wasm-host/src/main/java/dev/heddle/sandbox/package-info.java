/** Runs components as WebAssembly in this process, within limits. */
@NullMarked
package dev.heddle.sandbox;

import org.jspecify.annotations.NullMarked;
