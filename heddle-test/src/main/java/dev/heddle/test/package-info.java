/** Testing components as their callers see them. */
@NullMarked
package dev.heddle.test;

import org.jspecify.annotations.NullMarked;
