@NullMarked
package dev.heddle.sandbox.endive;

import org.jspecify.annotations.NullMarked;
