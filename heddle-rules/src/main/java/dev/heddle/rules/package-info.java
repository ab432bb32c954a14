/** The rules that an application's components are held to, judged from their class files. */
@NullMarked
package dev.heddle.rules;

import org.jspecify.annotations.NullMarked;
