/** Makes a WebAssembly module of each sandboxable implementation, from its class files. */
@NullMarked
package dev.heddle.wasm;

import org.jspecify.annotations.NullMarked;
