/** Shows a person what the scheduler knows, in a browser, and lets them move components there. */
@NullMarked
package dev.heddle.scheduler.dashboard;

import org.jspecify.annotations.NullMarked;
