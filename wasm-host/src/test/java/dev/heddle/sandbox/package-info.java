@NullMarked
package dev.heddle.sandbox;

import org.jspecify.annotations.NullMarked;
