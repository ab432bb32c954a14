@NullMarked
package dev.heddle.sandbox.cache;

import org.jspecify.annotations.NullMarked;
