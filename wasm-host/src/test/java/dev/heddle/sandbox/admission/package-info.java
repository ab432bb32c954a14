@NullMarked
package dev.heddle.sandbox.admission;

import org.jspecify.annotations.NullMarked;
