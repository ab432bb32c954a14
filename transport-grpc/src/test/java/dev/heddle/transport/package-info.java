@NullMarked
package dev.heddle.transport;

import org.jspecify.annotations.NullMarked;
