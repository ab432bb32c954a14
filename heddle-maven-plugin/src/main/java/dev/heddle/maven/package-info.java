/** The goals of heddle-maven-plugin. */
@NullMarked
package dev.heddle.maven;

import org.jspecify.annotations.NullMarked;
