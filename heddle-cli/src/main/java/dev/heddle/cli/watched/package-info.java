/** What runs inside an application that is watched. */
@NullMarked
package dev.heddle.cli.watched;

import org.jspecify.annotations.NullMarked;
