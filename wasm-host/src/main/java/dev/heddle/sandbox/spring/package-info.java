/** The sandbox as a Spring bean. */
@NullMarked
package dev.heddle.sandbox.spring;

import org.jspecify.annotations.NullMarked;
