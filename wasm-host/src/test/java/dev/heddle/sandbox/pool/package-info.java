@NullMarked
package dev.heddle.sandbox.pool;

import org.jspecify.annotations.NullMarked;
