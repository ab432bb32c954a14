/** The boutique: a web shop of eleven components in one program. */
@NullMarked
package dev.heddle.boutique;

import org.jspecify.annotations.NullMarked;
