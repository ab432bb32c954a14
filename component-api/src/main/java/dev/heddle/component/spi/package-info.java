/**
 * The contract between generated code and whatever runs it: the host, or the sandbox. Authors of
 * components never name these types.
 */
@NullMarked
package dev.heddle.component.spi;

import org.jspecify.annotations.NullMarked;
