@NullMarked
package dev.heddle.placements;

import org.jspecify.annotations.NullMarked;
