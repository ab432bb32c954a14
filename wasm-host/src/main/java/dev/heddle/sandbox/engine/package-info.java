/** What the sandbox asks of a Wasm runtime. Names none. */
@NullMarked
package dev.heddle.sandbox.engine;

import org.jspecify.annotations.NullMarked;
