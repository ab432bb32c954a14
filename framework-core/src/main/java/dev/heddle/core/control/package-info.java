/** What the processes of an application and their scheduler tell each other; carried elsewhere. */
@NullMarked
package dev.heddle.core.control;

import org.jspecify.annotations.NullMarked;
