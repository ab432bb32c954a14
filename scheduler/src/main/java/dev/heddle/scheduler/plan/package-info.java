/**
 * Decides where components run, from what was measured: functions of their arguments, with no
 * input, output, clock or thread.
 */
@NullMarked
package dev.heddle.scheduler.plan;

import org.jspecify.annotations.NullMarked;
