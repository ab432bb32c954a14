/** What the framework asks of a transport between processes, and what it offers to one. */
@NullMarked
package dev.heddle.core.remote;

import org.jspecify.annotations.NullMarked;
