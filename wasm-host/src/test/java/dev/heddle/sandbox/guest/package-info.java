/** Components that tests write in Java, as their users would, built and run. */
@NullMarked
package dev.heddle.sandbox.guest;

import org.jspecify.annotations.NullMarked;
