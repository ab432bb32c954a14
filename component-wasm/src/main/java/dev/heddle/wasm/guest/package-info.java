/** Runs inside the sandbox only: compiled into every module, never called by a JVM. */
@NullMarked
package dev.heddle.wasm.guest;

import org.jspecify.annotations.NullMarked;
