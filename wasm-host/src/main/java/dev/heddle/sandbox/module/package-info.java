/**
 * Reading and rewriting of WebAssembly modules: bytes to a checked shape, and back to bytes with
 * the checks that stop a guest at its limits. Knows no Wasm runtime.
 */
@NullMarked
package dev.heddle.sandbox.module;

import org.jspecify.annotations.NullMarked;
