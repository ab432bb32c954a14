/** Runs an application's processes on this machine. */
@NullMarked
package dev.heddle.scheduler;

import org.jspecify.annotations.NullMarked;
