@NullMarked
package dev.heddle.acceptance;

import org.jspecify.annotations.NullMarked;
