/** Compiling what has changed, as it is saved: sources in, class folders out. */
@NullMarked
package dev.heddle.cli.watch;

import org.jspecify.annotations.NullMarked;
