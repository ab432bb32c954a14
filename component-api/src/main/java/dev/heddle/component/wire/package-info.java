/**
 * The Protobuf wire format, written and read directly: what generated codecs are made of. Also runs
 * inside the sandbox, so it uses nothing that a guest lacks.
 */
@NullMarked
package dev.heddle.component.wire;

import org.jspecify.annotations.NullMarked;
