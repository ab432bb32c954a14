@NullMarked
package dev.heddle.sandbox.module;

import org.jspecify.annotations.NullMarked;
