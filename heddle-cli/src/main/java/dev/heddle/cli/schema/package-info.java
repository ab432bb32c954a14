/** What an application's components look like from outside, and what a change of it breaks. */
@NullMarked
package dev.heddle.cli.schema;

import org.jspecify.annotations.NullMarked;
